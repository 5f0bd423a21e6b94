import { told } from '../../../core/facts.ts';
import type { ImageFacts } from '../../../core/images.ts';
import { number, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'image-aspect-outlier',
  scope: 'images',
  summary: 'An image is much narrower or flatter than the others',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    ratio: { default: 0.35, description: 'Part of the longer side, from 0 to 1, that the shorter one must have.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    yield* perOddImage(folder, options, image => {
      const ratio = ratioOf(image);
      return ratio === undefined ? undefined : ratio < options.ratio;
    }, (image, n) => ({
      message: say`The picture has ${number(image.width ?? 0)} by ${number(image.height ?? 0)} pixels: the shorter side is ${percent(ratioOf(image) ?? 0)} of the longer one`,
      facts: told({ n, threshold: options.ratio, measured: ratioOf(image) ?? 0 }),
    }));
  },
});

const ratioOf = ({ width = 0, height = 0 }: ImageFacts): number | undefined => (width > 0 && height > 0 ? Math.min(width, height) / Math.max(width, height) : undefined);
