import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { ImageFacts } from '../../../core/images.ts';
import { defineRule } from '../../../core/rule.ts';
import { FORMAT_NAMES, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'unreadable-image',
  scope: 'images',
  summary: 'A file of an image folder is empty, damaged or no image',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perImage(folder, image => {
      const message = wordsFor(image);
      return message && { message, facts: told({ bytes: image.bytes }) };
    });
  },
});

function wordsFor({ fault, format }: ImageFacts): Message | undefined {
  switch (fault) {
    case 'empty': return say`The file is empty: fetch it again, or take it out of the dataset`;
    case 'no-image': return say`The file has the name of an image, and its bytes are of something else`;
    case 'damaged': return say`The ${name(format ? FORMAT_NAMES[format] : '')} picture is damaged: what is in the file makes no sense`;
    default: return undefined;
  }
}
