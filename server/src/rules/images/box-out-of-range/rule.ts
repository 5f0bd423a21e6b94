import { list, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perFault } from '../../../util/annotationFaults.ts';

export default defineRule({
  id: 'box-out-of-range',
  scope: 'images',
  summary: 'A bounding box reaches beyond its image or is empty',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perFault(folder, ['beyond', 'empty'], ({ fault, numbers = [] }, image) => {
      const [shown, size] = [list(numbers.map(number)), list([number(image?.width ?? 0), number(image?.height ?? 0)])];
      return fault === 'empty' ? say`The box has no width or height: left, top, width and height are ${shown}`
        : say`The box reaches beyond its image: left, top, width and height are ${shown}, and the image has ${size} pixels`;
    });
  },
});
