import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perFault } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'wrong-annotated-size',
  scope: 'images',
  summary: 'Annotations give an image another size than it has',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perFault(folder, ['size'], ({ numbers: [width = 0, height = 0] = [] }, image) =>
      say`The image has ${number(image?.width ?? 0)} by ${number(image?.height ?? 0)} pixels, not ${number(width)} by ${number(height)}: boxes measured on that size lie elsewhere`);
  },
});
