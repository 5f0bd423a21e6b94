import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'low-information-image',
  scope: 'images',
  summary: 'An image is of one colour or nearly so',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    entropy: { default: 3, description: 'Bits of entropy that the luminance must have.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    yield* perOddImage(folder, options, ({ pixels }) => (pixels && !pixels.transparent ? pixels.entropy < options.entropy : undefined), ({ pixels }, n) => ({
      message: say`There is little to see: the luminance has an entropy of ${number(pixels?.entropy ?? 0)} bits, below ${number(options.entropy)}`,
      facts: told({ n, threshold: options.entropy, measured: pixels?.entropy ?? 0 }),
    }));
  },
});
