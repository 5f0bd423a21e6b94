import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import type { Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-rate',
  scope: 'column',
  summary: 'Much of a column is missing',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    most: { default: 0.5, description: 'Share of missing cells, from 0 to 1, above which a column is reported.' },
    least: { default: 20, description: 'Columns of fewer rows are not judged.' },
  },

  *check({ column, reading, options }) {
    const { unread = 0 } = column;
    const [cells, missing] = [column.summary.cells - unread, column.summary.missing - unread];
    if (cells < options.least || missing <= cells * options.most || missing === cells || isAnswer(column, reading)) return;
    const share = missing / cells;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is missing in ${missing} of ${count(cells, 'row')} (${percent(share)})`,
      facts: told({ missing, n: cells, share, threshold: options.most }),
    };
  },
});

/** `None` beside other words is an answer as often as it is a gap. Only a description can tell; numbers and dates have no such answer. */
function isAnswer({ summary, nullSpellings }: Column, reading: Reading): boolean {
  const { text, boolean } = summary.classes;
  const onlyWords = nullSpellings.every(({ text: spelling }) => /^[\p{L}]{3,}$/u.test(spelling));
  return onlyWords && text > 0 && text + boolean === summary.cells - summary.missing && reading.provenance.nullTokens !== 'description';
}
