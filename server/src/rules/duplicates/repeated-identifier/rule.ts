import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { namedLikeKey } from '../../../core/target.ts';

export default defineRule({
  id: 'repeated-identifier',
  scope: 'column',
  summary: 'A few values repeat in a column that otherwise tells the rows apart',
  severity: 'information',
  dimension: 'uniqueness',
  since: '0.1.0',
  givesWay: 'structure',
  needs: ['distinct'],
  options: {
    most: { default: 0.01, description: 'Share of values, from 0 to 1, that may repeat an earlier one; with more of them the column is no identifier.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, records, options }) {
    const n = present(column);
    if (n < options.least || !looksLikeKey(column) || column.field?.constraints.unique === true || !mayRepeat(column, records)) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'repeated' },
      between: [1, Math.floor(n * options.most)],
      message: say`${column} tells ${count(n, 'row')} apart, but an earlier value comes again in ${matched('cell')}`,
      facts: told({ n, threshold: options.most }),
    };
  },
});

/** Tables up to this size are read again to be sure; in bigger ones one of the values that are remembered must be known to repeat. */
const SMALL = 50_000;
/** Share of distinct values below which the column is no identifier, with room for what their estimate misses by. */
const NEARLY_ALL = 0.9;
const WHOLE_NAME = /^(?:id|uuid|guid|key|编号|主键|流水号|序号|学号|工号)$/i;

/** An identifier of the rows, not one of something else that they name: the first column, or one that is called nothing but `id`. */
function looksLikeKey({ index, name, summary: { classes, distinct, missing, cells } }: Column): boolean {
  const named = namedLikeKey(name) && (index === 0 || WHOLE_NAME.test(name.trim()));
  return named && classes.float === 0 && distinct.count >= (cells - missing) * NEARLY_ALL;
}

function mayRepeat({ summary: { distinct, values, cells, missing } }: Column, records: number): boolean {
  if (distinct.exact) return distinct.count < cells - missing;
  return records <= SMALL || values.some(({ count: times }) => times > 1);
}
