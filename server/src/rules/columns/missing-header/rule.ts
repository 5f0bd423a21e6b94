import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'missing-header',
  scope: 'document',
  summary: 'The first row holds values, not names',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    if (!reading) return;
    const { header, dialect: { delimiter }, lineEnd = 0 } = reading;
    const names = header.map((_, i) => `column_${i + 1}`).join(String.fromCharCode(delimiter));
    for (const { places: [place] } of groupsOf(facts, 'no-header')) {
      yield {
        place,
        message: say`This first row looks like the rows below it, so the file seems to have no header; columns are called ${name('column 1')} and so on`,
        fix: {
          title: say`Insert a header`, safety: 'unsafe',
          change: { do: 'insert', text: `${names}${['\n', '\r\n', '\r'][lineEnd] ?? '\n'}`, side: 'before' },
        },
      };
    }
    for (const { places: [place] } of groupsOf(facts, 'short-header')) {
      yield {
        place,
        message: say`Every row has one cell more than the header; as R and pandas do, the first is taken for a column without a name`,
      };
    }
  },
});
