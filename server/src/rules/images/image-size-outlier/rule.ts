import { told } from '../../../core/facts.ts';
import type { ImageFacts } from '../../../core/images.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'image-size-outlier',
  scope: 'images',
  summary: 'An image is much larger or smaller than the others',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    factor: { default: 10, description: 'Times that the side of a picture may be larger or smaller than usual.' },
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    const sides = folder.images.map(sideOf);
    const known = sides.filter(side => side !== undefined).sort((a, b) => a - b);
    const usual = known[known.length >> 1] ?? 0;
    yield* perOddImage(folder, options, image => {
      const side = sideOf(image);
      return side === undefined ? undefined : side > usual * options.factor || side < usual / options.factor;
    }, image => {
      const times = Math.round((sideOf(image) ?? 0) / usual * 100) / 100;
      const [width, height] = [number(image.width ?? 0), number(image.height ?? 0)];
      return {
        message: say`The picture has ${width} by ${height} pixels: its side is ${number(times)} times the usual one, ${number(Math.round(usual))}`,
        facts: told({ n: known.length, threshold: options.factor, measured: times }),
      };
    });
  },
});

const sideOf = ({ width = 0, height = 0 }: ImageFacts): number | undefined => (width > 0 && height > 0 ? Math.sqrt(width * height) : undefined);
