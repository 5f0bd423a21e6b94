import { told } from '../../../core/facts.ts';
import type { ImageFacts } from '../../../core/images.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { likenessesOf } from '../../../util/likeness.ts';
import { firstsBy, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'leaked-image',
  scope: 'images',
  summary: 'An image of the evaluation data is in the training data too',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    bits: { default: 6, description: 'Bits of 64 in which the perceptual hashes of pictures may differ that count as alike; 0 for equal ones alone.' },
    side: { default: 64, description: 'Pixels the shorter side must have for pictures to be compared by what they look like.' },
  },

  *check({ folder: { images, ...folder }, options }) {
    const training = images.map(({ split }) => split === 'train');
    if (!training.includes(true) || images.every(({ split }) => split === 'train' || split === undefined)) return;
    const copyOf = firstsBy(images, ({ digest }) => digest, ({ split }) => split === 'train');
    const alike = likenessesOf(images, options);
    yield* perImage({ images, ...folder }, (image, row) => {
      if (image.split === undefined || image.split === 'train') return undefined;
      const copy = copyOf(image, row);
      if (copy) return { message: say`The picture is in the training data too, byte for byte: ${name(copy.path)}` };
      const near = alike(row).find(one => training[one.row]);
      const like: ImageFacts | undefined = near && images[near.row];
      return near && like && {
        severity: 'warning',
        message: say`The picture looks like one of the training data, ${name(like.path)}: their perceptual hashes differ in ${near.bits} of 64 bits`,
        facts: told({ distance: near.bits, threshold: options.bits }),
      };
    });
  },
});
