import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { FORMAT_NAMES, perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'truncated-image',
  scope: 'images',
  summary: 'An image ends before its picture does',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perImage(folder, ({ fault, format, bytes }) => (fault !== 'cut-short' ? undefined : {
      message: say`The ${name(format ? FORMAT_NAMES[format] : '')} picture is cut short: the file ends after ${count(bytes, 'byte')}, before its data does`, facts: told({ bytes }),
    }));
  },
});
