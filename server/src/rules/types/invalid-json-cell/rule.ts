import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { hasForm, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { jsonCell } from '../../../util/lexical/cells.ts';
import { isDeclared, leastShare, MAJORITY } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'invalid-json-cell',
  scope: 'column',
  summary: 'A few cells of a column of JSON do not parse',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, reading, options }) {
    const n = present(column);
    // What JSON itself calls a list or an object is one.
    if (reading.container && column.summary.quoted === 0) return;
    if (n < options.least || 2 * column.summary.classes.text < n || isDeclared(column) || !/^\s*[{[]/.test(column.values[0]?.text ?? '')) return;
    const share = leastShare(column, ({ text }) => jsonCell(text) !== undefined);
    if (share < MAJORITY) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: not(hasForm('json')),
      message: say`${column} holds JSON but in ${matched('cell')} of ${n}: no object or list, or one that does not parse`,
      facts: told({ n, share }),
    };
  },
});
