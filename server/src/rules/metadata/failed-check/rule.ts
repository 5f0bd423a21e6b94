import { knowsAllValues, present, type Column } from '../../../core/column.ts';
import type { CheckDescription, Comparison } from '../../../core/description.ts';
import { count, list, matched, name, number, say, value, type Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, isIn, isOutside, not, type CellQuery } from '../../../core/query.ts';
import { defineRule, type TableView } from '../../../core/rule.ts';

export default defineRule({
  id: 'failed-check',
  scope: 'resource',
  summary: 'A table does not pass a check that its description asks for',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'numbers', 'quantiles', 'distinct', 'values'],
  options: {},

  *check({ resource, table }) {
    for (const check of resource.checks ?? []) for (const problem of failuresOf(check, table)) yield { ...problem, mirror: check.node };
  },
});

function failuresOf(check: CheckDescription, table: TableView): Iterable<Problem> {
  switch (check.kind) {
    case 'table-dimensions': return dimensions(check, table);
    case 'ascii-value': return table.columns.filter(({ summary }) => summary.classes.text > 0).map(beyondAscii);
    case 'row-constraint': return comparison(check, table);
    default: return ofColumn(check, table);
  }
}

type Of<K extends CheckDescription['kind']> = Extract<CheckDescription, { readonly kind: K }>;
type OfField = Extract<CheckDescription, { readonly field: string }>;

function* ofColumn(check: OfField, table: TableView): Iterable<Problem> {
  const column = table.columns.find(one => one.name === check.field);
  if (!column) {
    yield unknown(check.field);
    return;
  }
  switch (check.kind) {
    case 'forbidden-value': yield* forbidden(column, check.values); return;
    case 'required-value': yield* absent(column, check.values); return;
    case 'sequential-value': yield* outOfSequence(column); return;
    case 'deviated-value': yield* deviating(column, check);
  }
}

const unknown = (field: string): Problem => ({ place: { at: 'file' }, message: say`A check is about the column ${name(field)}, which is not in the data` });

const at = (column: Column, cells: CellQuery | undefined, message: Message): Problem => ({ place: { at: 'header', column: column.index }, message, ...(cells && { cells }) });

type Spelled = readonly (readonly string[])[];

function* forbidden(column: Column, spelled: Spelled): Iterable<Problem> {
  const values = spelled.flat();
  if (knowsAllValues(column.summary) && !column.values.some(({ text }) => values.includes(text))) return;
  yield at(column, isIn(values), say`${matched('cell')} of ${column} has a forbidden value; forbidden are ${shown(column, spelled)}`);
}

/** What is not among the known values may be among the others, unless all are known. */
function* absent(column: Column, values: Spelled): Iterable<Problem> {
  if (!knowsAllValues(column.summary)) return;
  const missing = values.filter(spellings => !column.values.some(({ text }) => spellings.includes(text)));
  if (missing.length > 0) yield at(column, undefined, say`No row has ${shown(column, missing)} in ${column}, which should be there`);
}

/** Values a message quotes. */
const SHOWN = 3;
const shown = (column: Column, values: Spelled): ReturnType<typeof list> => list(values.slice(0, SHOWN).map(([one = '']) => value(one, column.index)));

/** A run of whole numbers has as many as lie between its ends, none of them twice. */
function* outOfSequence(column: Column): Iterable<Problem> {
  const { numbers, distinct, classes, cells } = column.summary;
  const length = numbers ? numbers.max - numbers.min + 1 : 0;
  if (numbers && classes.integer === cells && length === cells && distinct.count === cells) return;
  yield at(column, undefined, say`${column} does not count up by one in each of ${count(cells, 'row')}`);
}

function* deviating(column: Column, { interval, average }: Of<'deviated-value'>): Iterable<Problem> {
  const { numbers } = column.summary;
  if (!numbers) yield at(column, undefined, say`A check wants numbers in ${column}, and there are none`);
  if (!numbers || numbers.variance === undefined || present(column) < 2) return;
  const deviation = Math.sqrt(numbers.variance) * interval;
  const middle = average === 'mean' ? numbers.mean : numbers.quantile(0.5);
  const [low, high] = [middle - deviation, middle + deviation];
  if (numbers.min >= low && numbers.max <= high) return;
  const message = say`${matched('value')} of ${column} lies further than ${number(interval)} standard deviations from the average ${number(middle)}`;
  yield { ...at(column, isOutside(low, high), message), facts: { low, high, n: present(column) } };
}

function* comparison({ left, op, right }: Of<'row-constraint'>, { columns }: TableView): Iterable<Problem> {
  const [first, second] = [left, right].map(called => columns.find(column => column.name === called));
  if (!first || !second) {
    yield unknown(first ? right : left);
    return;
  }
  yield {
    place: { at: 'header', column: first.index },
    cells: { is: 'compare', left: first.index, op: OPPOSITES[op], right: second.index, at: first.index },
    message: say`In ${matched('row')}, ${first} ${name(op)} ${second} does not hold`,
  };
}

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '!=', '!=': '=' };

const beyondAscii = (column: Column): Problem =>
  at(column, all(not({ is: 'missing' }), not({ is: 'pattern', source: '(?s)[\\x00-\\x7F]*' })), say`${matched('value')} of ${column} has characters beyond ASCII`);

function* dimensions({ rows, fields }: Of<'table-dimensions'>, { records, columns }: TableView): Iterable<Problem> {
  const place = { at: 'file' } as const;
  if (records < (rows.least ?? 0)) yield { place, message: say`The table has ${count(records, 'row')}; there should be ${rows.least ?? 0} at least` };
  if (records > (rows.most ?? Infinity)) yield { place, message: say`The table has ${count(records, 'row')}; there should be ${rows.most ?? 0} at most` };
  if (columns.length < (fields.least ?? 0)) yield { place, message: say`The table has ${count(columns.length, 'column')}; there should be ${fields.least ?? 0} at least` };
  if (columns.length > (fields.most ?? Infinity)) yield { place, message: say`The table has ${count(columns.length, 'column')}; there should be ${fields.most ?? 0} at most` };
}
