import type { BoxFault } from '../../../core/images.ts';
import { count, list, name, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'box-out-of-range',
  scope: 'images',
  summary: 'A bounding box reaches beyond its image or is empty',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    for (const { path, outside, outsideCount } of folder.annotations) {
      for (const box of outside) {
        const { width = 0, height = 0 } = folder.images[box.image] ?? {};
        yield { place: { at: 'row', row: box.image }, message: wordsFor(box, path, width, height) };
      }
      const more = outsideCount - outside.length;
      if (more > 0) yield { place: { at: 'file' }, message: say`The same of ${count(more, 'place')} more in ${name(path)}`, facts: { count: more } };
    }
  },
});

function wordsFor({ box, fault }: BoxFault, path: string, width: number, height: number): Message {
  const [shown, size] = [list(box.map(number)), list([number(width), number(height)])];
  return fault === 'empty' ? say`${name(path)} has a box of no width or height: left, top, width and height are ${shown}`
    : say`${name(path)} has a box that reaches beyond the image: left, top, width and height are ${shown}, and the image has ${size} pixels`;
}
