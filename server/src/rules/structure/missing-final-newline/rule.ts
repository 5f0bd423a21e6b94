import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'missing-final-newline',
  scope: 'document',
  summary: 'The last line has no line end',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},
  // Half of all files that are good in every other way end like this.
  enabled: false,

  *check({ facts, reading }) {
    for (const { places: [place], numbers } of groupsOf(facts, 'no-final-line-end')) {
      const { cells = 0, expected = 0 } = numbers;
      if (cells < expected || !reading) continue;
      yield {
        place,
        message: say`The last line has no line end; a row appended to the file would be glued to it`,
        fix: { title: say`End the last line`, safety: 'safe', change: { do: 'insert', text: ['\n', '\r\n', '\r'][reading.lineEnd ?? 0] ?? '\n', side: 'after' } },
      };
    }
  },
});
