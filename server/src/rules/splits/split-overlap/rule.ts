import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, name, percent, say } from '../../../core/message.ts';
import type { RowQuery } from '../../../core/query.ts';
import { defineRule, type SplitPair } from '../../../core/rule.ts';

export default defineRule({
  id: 'split-overlap',
  scope: 'split',
  summary: 'A row for evaluation is among the rows for training',
  severity: 'error',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['row-hashes', 'distinct', 'numbers'],
  options: {
    columns: { default: 2, description: 'Tables that share fewer columns are not compared: short rows are alike by chance.' },
  },

  ask(pair) {
    return queryOf(pair, pair.options.columns);
  },

  *check({ answer, options, ...pair }) {
    const query = queryOf(pair, options.columns);
    const matches = answer?.matches ?? 0;
    if (!query || matches === 0) return;
    const { reference, current, known } = pair;
    const share = matches / Math.max(1, current.records);
    const repeated = (reference.duplicates?.count ?? 0) / Math.max(1, reference.records);
    const usual = repeated * USUAL >= share;
    const held = say`${name(reference.name)} holds ${matched('row')} of ${name(current.name)} too (${percent(share)} of ${count(current.records, 'row')})`;
    yield {
      place: { at: 'file' },
      cells: query,
      severity: usual ? 'information' : known === 'description' ? 'error' : 'warning',
      message: usual ? say`${held}; ${percent(repeated)} of the rows there repeat another one, so rows may be alike by nature` : held,
      facts: told({ rows: matches, n: current.records, share, reference: reference.name, repeated }),
    };
  },
});

/** Where the training rows repeat each other half as often or more, rows of this table are alike without anybody having copied them. */
const USUAL = 2;

/** Rows are compared on what both tables have, but for columns that number the rows: a copied row gets a new number. */
function queryOf({ shared, reference }: SplitPair, least: number): RowQuery | undefined {
  const compared = shared.filter(pair => !(numbersRows(pair.current) && numbersRows(pair.reference)));
  if (compared.length < least) return undefined;
  return { is: 'in-other', table: reference.name, columns: compared.map(({ current }) => current.index), from: compared.map(pair => pair.reference.index) };
}

const ID_NAME = /^(?:id|index|idx|row|no|nr|key|uuid|guid|unnamed: 0|编号|序号|行号|主键)$|[_ -](?:id|no|nr|key|uuid)$|[a-z]I[dD]$|(?:编号|序号)$/i;

/** Whole numbers or codes, all different, called a number or in one unbroken run. */
function numbersRows({ name: title, summary: { cells, missing, distinct, classes, numbers } }: Column): boolean {
  const allDifferent = missing === 0 && distinct.exact ? distinct.count === cells : distinct.count >= cells * (1 - 3 * distinct.relativeError);
  const whole = classes.integer + classes.digits === cells;
  const unbroken = numbers !== undefined && whole && numbers.max - numbers.min + 1 === cells;
  return cells > 1 && allDifferent && classes.float === 0 && (unbroken || ID_NAME.test(title.trim()));
}
