import { told } from '../../../core/facts.ts';
import { percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'dark-image',
  scope: 'images',
  summary: 'An image is nearly black',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    high: { default: 0.32, description: 'Part of the full luminance, from 0 to 1, that the 99th percentile must reach.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    yield* perOddImage(folder, options, ({ pixels }) => (pixels && !pixels.transparent ? pixels.high < options.high * 255 : undefined), ({ pixels }, n) => ({
      message: say`The picture is nearly black: 99% of its pixels are below ${percent((pixels?.high ?? 0) / 255)} of the full luminance, and ${percent(options.high)} are usual`,
      facts: told({ n, threshold: options.high, measured: (pixels?.high ?? 0) / 255 }),
    }));
  },
});
