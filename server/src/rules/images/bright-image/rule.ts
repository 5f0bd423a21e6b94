import { told } from '../../../core/facts.ts';
import { percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'bright-image',
  scope: 'images',
  summary: 'An image is nearly white',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    low: { default: 0.95, description: 'Part of the full luminance, from 0 to 1, that the 5th percentile may not exceed.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    yield* perOddImage(folder, options, ({ pixels }) => (pixels && !pixels.transparent ? pixels.low > options.low * 255 : undefined), ({ pixels }, n) => ({
      message: say`The picture is nearly white: 95% of its pixels are above ${percent((pixels?.low ?? 0) / 255)} of the full luminance`,
      facts: told({ n, threshold: options.low, measured: (pixels?.low ?? 0) / 255 }),
    }));
  },
});
