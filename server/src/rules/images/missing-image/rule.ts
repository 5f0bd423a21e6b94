import { count, list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-image',
  scope: 'images',
  summary: 'Annotations name an image that is not there',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    for (const { path, kind, missing, missingCount, told } of folder.annotations) {
      if (missingCount === 0) continue;
      const named = list(missing.slice(0, NAMED).map(name));
      yield {
        place: { at: 'file' },
        message: kind === 'yolo' ? say`No image is there for ${count(missingCount, 'file')} of labels in ${name(path)}, such as ${named}`
          : say`${count(missingCount, 'image')} named by ${name(path)} cannot be found, such as ${named}`,
        facts: { count: missingCount, n: told + missingCount },
      };
    }
  },
});

/** Names that a message shows. */
const NAMED = 3;
