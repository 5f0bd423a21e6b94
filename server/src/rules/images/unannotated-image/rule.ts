import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'unannotated-image',
  scope: 'images',
  summary: 'An image has no annotation while the others do',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    const by = new Map(folder.annotations.flatMap(({ path, untold }) => untold.map(row => [row, path] as const)));
    yield* perImage(folder, (_, row) => {
      const path = by.get(row);
      return path === undefined ? undefined : { message: say`${name(path)} has nothing about this image, though it tells of others here` };
    });
  },
});
