import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, figure, matched, name, say, value } from '../../../core/message.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule, type SplitPair } from '../../../core/rule.ts';

export default defineRule({
  id: 'temporal-leakage',
  scope: 'split',
  summary: 'A row for evaluation is not later than the rows for training',
  severity: 'warning',
  dimension: 'timeliness',
  since: '0.1.0',
  needs: ['numbers'],
  options: {},

  *check(pair) {
    const bound = boundOf(pair);
    if (!bound) return;
    const { column, query, last } = bound;
    const n = present(column);
    const latest = typeof last === 'number' ? figure(last, column.index) : value(last, column.index);
    yield {
      place: { at: 'header', column: column.index },
      cells: query,
      message: say`The time column ${column} has ${matched('cell')} of ${count(n, 'cell')} that are not after the latest of ${name(pair.reference.name)}, ${latest}`,
      facts: told({ n }, { latest: dataFact(last, column.index) }),
    };
  },
});

/** What is not after the last row of training, in the declared time column. */
function boundOf({ shared, current, latest, relation }: SplitPair) {
  const time = relation === 'evaluation' ? shared.find(pair => pair.current.name === current.ml?.time) : undefined;
  if (!time) return undefined;
  const column = time.current;
  const max = time.reference.summary.numbers?.max;
  if (latest !== undefined) return { column, query: { is: 'not-after', moment: latest } satisfies CellQuery, last: latest };
  return max === undefined ? undefined : { column, query: { is: 'beyond', bound: max, side: 'below' } satisfies CellQuery, last: max };
}
