import { told } from '../../../core/facts.ts';
import type { ImageFacts } from '../../../core/images.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'greyscale-among-colour',
  scope: 'images',
  summary: 'An image is grey while the others are in colour',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    const isGrey = ({ mode, pixels }: ImageFacts): boolean | undefined => (mode === 'grey' || mode === 'grey-alpha' ? true : mode === undefined ? undefined : pixels?.grey ?? false);
    yield* perOddImage(folder, options, isGrey, ({ mode }, n) => ({
      message: mode === 'grey' || mode === 'grey-alpha' ? say`The file has one channel, grey, and others have colours: readers that do not convert it give an array of another shape`
        : say`The picture is stored in colour and has none, while others do`,
      facts: told({ n, threshold: options.share }),
    }));
  },
});
