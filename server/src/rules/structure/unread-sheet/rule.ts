import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'unread-sheet',
  scope: 'document',
  summary: 'A workbook has sheets that are not checked',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'unread-sheets', ({ place, numbers: { sheets = 0 } }) => ({
      place,
      message: say`Only the first sheet was checked; the workbook has ${number(sheets)} more. Save each as a file of its own to have it checked`,
      facts: told({ sheets }),
    }));
  },
});
