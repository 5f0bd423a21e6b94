import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { firstsBy, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'duplicate-image',
  scope: 'images',
  summary: 'An image is there twice, byte for byte',
  severity: 'warning',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    const first = firstsBy(folder.images, ({ digest }) => digest);
    yield* perImage(folder, (image, row) => {
      const earlier = first(image, row);
      // What lies in two classes or in two parts is worse, and other rules say so.
      if (!earlier || earlier.class !== image.class || earlier.split !== image.split) return undefined;
      return { message: say`The file is the same as ${name(earlier.path)}, byte for byte` };
    });
  },
});
