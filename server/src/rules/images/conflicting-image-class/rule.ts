import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { firstsBy, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'conflicting-image-class',
  scope: 'images',
  summary: 'The same image lies in two classes',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    const first = firstsBy(folder.images, ({ digest }) => digest);
    yield* perImage(folder, (image, row) => {
      const earlier = first(image, row);
      if (!earlier || earlier.class === undefined || image.class === undefined || earlier.class === image.class) return undefined;
      return { message: say`The picture is in class ${name(image.class)}, and the same file, ${name(earlier.path)}, in class ${name(earlier.class)}` };
    });
  },
});
