import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { likenessesOf } from '../../../util/likeness.ts';
import { perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'near-duplicate-image',
  scope: 'images',
  summary: 'An image looks the same as an earlier one',
  severity: 'information',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: [],
  options: {
    bits: { default: 6, description: 'Bits of 64 in which the perceptual hashes of pictures may differ that count as alike; 0 for equal ones alone.' },
    side: { default: 64, description: 'Pixels the shorter side must have for pictures to be compared by what they look like.' },
  },

  *check({ folder, options }) {
    const { images } = folder;
    const alike = likenessesOf(images, options);
    yield* perImage(folder, (image, row) => {
      const earlier = alike(row).find(one => one.row < row && images[one.row]?.split === image.split && (image.digest === undefined || images[one.row]?.digest !== image.digest));
      const other = earlier && images[earlier.row];
      return earlier && other && {
        message: say`The picture looks like ${name(other.path)}: their perceptual hashes differ in ${earlier.bits} of 64 bits`,
        facts: told({ distance: earlier.bits, threshold: options.bits }),
      };
    });
  },
});
