import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perFault } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'unknown-annotation-class',
  scope: 'images',
  summary: 'An annotation has a class that is not declared',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perFault(folder, ['class'], ({ text = '' }) =>
      say`The class ${name(text)} is none of those that are declared`);
  },
});
