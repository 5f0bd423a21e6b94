import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, percent, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableView } from '../../../core/rule.ts';
import type { TableSample } from '../../../core/sample.ts';
import { namedLikeKey, targetOf } from '../../../core/target.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { brokenDependency } from '../../../util/statistics/dependency.ts';

export default defineRule({
  id: 'broken-dependency',
  scope: 'table',
  summary: 'One column fixes another in nearly all rows, and a few rows break it',
  severity: 'information',
  dimension: 'accuracy',
  since: '0.1.0',
  givesWay: 'any',
  needs: ['distinct', { pair: 'categorical' }],
  options: {
    most: { default: 0.03, description: 'Share of rows, from 0 to 1, that may break a dependency; with more of them there is none.' },
    groups: { default: 5, description: 'Values of the first column that must come with one value of the second in at least three rows.' },
    least: { default: 100, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    const { sample, records } = table;
    if (!sample || records < options.least) return;
    const breaks: Break[] = [];
    for (const found of breaksOf(table, sample, options)) {
      if (found) breaks.push(found);
      else yield;
    }
    const blamed = blame(breaks);
    for (const column of table.columns) {
      const own = breaks.filter(({ explained }) => explained === column);
      const rows = [...new Set(own.flatMap(({ rows }) => rows))].filter(row => blamed.get(row) === column).sort((a, b) => a - b);
      const [best] = [...own].sort((a, b) => shared(b, rows) - shared(a, rows));
      if (best && rows.length > 0) yield problem(best, rows, sample);
    }
  },
});

/** A column with another that it fixes but for some rows of the sample, by position. */
interface Break {
  readonly explaining: Column;
  readonly explained: Column;
  readonly rows: readonly number[];
  readonly covered: number;
}

/** Columns that are held against each other at most, the first ones. */
const MOST_COLUMNS = 40;
/** Rows a value of the first column stands in on average, at least. */
const ROWS_EACH = 3;

/** Nothing after each pair of columns. */
function* breaksOf(table: TableView, sample: TableSample, limits: { readonly most: number; readonly groups: number }): Iterable<Break | undefined> {
  const target = targetOf(table.columns, table.ml);
  const columns = table.columns.filter(column => repeats(column)).slice(0, MOST_COLUMNS);
  for (const explaining of columns.filter(column => isName(column) && column.summary.distinct.count >= limits.groups)) {
    const least = isQuantity(explaining) ? 3 : 2;
    for (const explained of columns.filter(column => column !== explaining && column !== target?.column && column.summary.distinct.count >= least)) {
      const [a, b] = [sample.column(explaining.index), sample.column(explained.index)];
      const dependency = a && b && brokenDependency(a, b, limits);
      if (dependency) yield { explaining, explained, rows: dependency.broken, covered: dependency.covered };
      yield;
    }
  }
}

const repeats = (column: Column): boolean => column.summary.distinct.count > 1 && column.summary.distinct.count * ROWS_EACH <= present(column);

/** A measured quantity names nothing. */
const isName = ({ summary: { classes } }: Column): boolean => classes.float === 0;

/** Whole numbers that name nothing decide between yes and no by where they lie, which fixes no single value. */
const isQuantity = ({ name, summary: { classes } }: Column): boolean =>
  classes.text === 0 && classes.digits === 0 && !namedLikeKey(name) && !isNamed(name, CODES);
const CODES = ['code', 'zip', 'postal', 'postcode', 'number', 'no', 'nr', 'fips', 'phone', '编码', '代码', '邮编', '编号'];

/**
 * The one cell of each row that is at odds with most others: where zip, city and state fix each other, a wrong city breaks more of it than the zip
 * that it stands beside. Of two that are as likely, the later column.
 */
function blame(breaks: readonly Break[]): ReadonlyMap<number, Column> {
  const involved = new Map<number, Map<Column, number>>();
  for (const { explaining, explained, rows } of breaks) {
    for (const row of rows) {
      const votes = involved.get(row) ?? new Map<Column, number>();
      involved.set(row, votes.set(explaining, (votes.get(explaining) ?? 0) + 1).set(explained, (votes.get(explained) ?? 0) + 1 + PREFERENCE));
    }
  }
  return new Map([...involved].flatMap(([row, votes]) => {
    const [most] = [...votes].sort(([a, m], [b, n]) => n - m || b.index - a.index);
    return most ? [[row, most[0]]] : [];
  }));
}

/** What is explained is a little likelier to be wrong than what explains. */
const PREFERENCE = 0.5;

const shared = ({ rows }: Break, wanted: readonly number[]): number => {
  const own = new Set(rows);
  return wanted.filter(row => own.has(row)).length;
};

function problem({ explaining, explained, rows: all, covered }: Break, rows: readonly number[], { rows: records, whole }: TableSample): Problem {
  const kept = percent(1 - all.length / covered);
  const others = count(covered, 'row');
  return {
    place: { at: 'header', column: explained.index },
    places: rows.map(row => ({ at: 'cell', row: records[row] ?? 0, column: explained.index })),
    message: whole
      ? say`${explained} has ${matched('cell')} with another value than other rows of the same ${explaining}, which fixes it in ${kept} of ${others}`
      : say`${explained} has ${matched('cell')} with another value than other rows of the same ${explaining}, which fixes it in ${kept} of ${others} of a sample`,
    facts: told({ broken: rows.length, n: covered }),
    related: [{ place: { at: 'header', column: explaining.index }, message: say`The column that fixes it` }],
  };
}
