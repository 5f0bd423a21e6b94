import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import { all, hasForm, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { listLength } from '../../../util/lexical/cells.ts';
import { leastShare, MAJORITY, weightIn } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'varying-list-length',
  scope: 'column',
  summary: 'A few lists are longer or shorter than all others of their column',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    share: { default: 0.85, description: 'Share of lists, from 0 to 1, that must be equally long.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || 2 * column.summary.classes.text < n || !/^\s*\[/.test(column.values[0]?.text ?? '')) return;
    const length = usualLength(column);
    if (length === undefined || leastShare(column, ({ text }) => listLength(text) === length) < Math.min(options.share, MAJORITY)) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasForm('json'), not(hasForm(`list:${length}`))),
      message: say`Lists of ${column} have ${number(length)} items but in ${matched('cell')} of ${n}`,
      facts: told({ n, length, threshold: options.share }),
    };
  },
});

/** Shorter lists are sets of things, not vectors. */
const SHORTEST = 2;

function usualLength(column: Column): number | undefined {
  const votes = new Map<number, number>();
  const weight = weightIn(column);
  for (const one of column.values) {
    const length = listLength(one.text);
    if (length !== undefined) votes.set(length, (votes.get(length) ?? 0) + weight(one));
  }
  const [length] = [...votes].sort(([a, m], [b, k]) => k - m || a - b)[0] ?? [];
  return length !== undefined && length >= SHORTEST ? length : undefined;
}
