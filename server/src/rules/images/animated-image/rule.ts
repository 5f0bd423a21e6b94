import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perOddImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'animated-image',
  scope: 'images',
  summary: 'A file holds several pictures among files that hold one',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    share: { default: 0.1, description: 'Part of the images that may be so, from 0 to 1; where more are, that is what the pictures are like.' },
    least: { default: 20, description: 'Folders with fewer images are not judged.' },
  },

  *check({ folder, options }) {
    yield* perOddImage(folder, options, ({ frames }) => (frames === undefined ? undefined : frames !== 1), ({ frames = 0 }) => ({
      message: frames === 0 ? say`The file is animated: most readers take its first picture and drop the others`
        : say`The file holds ${count(frames, 'image')}: most readers take the first and drop the others`,
      facts: told({ count: frames }),
    }));
  },
});
