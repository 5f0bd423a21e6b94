import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'blurred-image',
  scope: 'images',
  summary: 'An image is much less sharp than the others',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    variance: { default: 100, description: 'Variance of the Laplacian below which a picture may be blurred.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    const usual = medianOf(folder.images.flatMap(({ pixels }) => (pixels ? [pixels.sharpness] : [])));
    const limit = Math.min(options.variance, usual / 4);
    yield* perOddImage(folder, options, ({ pixels }) => (pixels && !pixels.transparent ? pixels.sharpness < limit && pixels.entropy >= PLAIN : undefined), ({ pixels }, n) => ({
      message: say`The picture is blurred: its Laplacian varies by ${number(pixels?.sharpness ?? 0)}, and ${number(usual)} is usual here`,
      facts: told({ n, threshold: options.variance, measured: pixels?.sharpness ?? 0 }),
    }));
  },
});

/** Bits of entropy below which a picture has nothing to be sharp about. */
const PLAIN = 3;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
