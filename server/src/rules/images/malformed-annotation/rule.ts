import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perFault } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'malformed-annotation',
  scope: 'images',
  summary: 'A label or box cannot be read',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perFault(folder, ['unread'], ({ text = '', file }) =>
      (file.endsWith('.txt') ? say`A line of labels is a class and four numbers, and this is ${name(text)}` : say`A box is four numbers, and this is ${name(text)}`));
  },
});
