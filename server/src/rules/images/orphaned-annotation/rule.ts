import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perFault } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'orphaned-annotation',
  scope: 'images',
  summary: 'An annotation is about an image that nothing names',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perFault(folder, ['orphaned'], ({ text = '', file }) =>
      (file.endsWith('.txt') ? say`No image has the name of this label file, ${name(text)}` : say`The annotation is about the image with the id ${name(text)}, which is not listed`));
  },
});
