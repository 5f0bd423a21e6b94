import { knowsAllValues, present, type Column } from '../../../core/column.ts';
import type { CheckDescription } from '../../../core/description.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { fieldsOf } from '../../../core/formula.ts';
import { count, figure, list, matched, name, number, say, value, type Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, any, hasClass, isIn, isMissing, isOutside, not, type CellQuery } from '../../../core/query.ts';
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
    case 'row-constraint': return unmet(check, table);
    case 'deviated-cell': return table.columns.filter(({ name: called }) => !check.except.includes(called)).flatMap(column => overlong(column, check.interval));
    case 'truncated-value': return table.columns.flatMap(cutOff);
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

/** Every cell is a whole number, one more than the one before it. */
function* outOfSequence(column: Column): Iterable<Problem> {
  const { numbers, classes } = column.summary;
  if (!numbers) {
    yield at(column, undefined, say`A check wants numbers in ${column}, and there are none`);
    return;
  }
  const others = any(isMissing(), not(hasClass('integer')));
  const steps: CellQuery = { is: 'step', under: 1, over: 1 };
  yield at(column, classes.integer === column.summary.cells ? steps : any(others, steps), say`${column} does not count up by one at ${matched('cell')}`);
}

function* deviating(column: Column, { interval, average }: Of<'deviated-value'>): Iterable<Problem> {
  const { numbers } = column.summary;
  if (!numbers) yield at(column, undefined, say`A check wants numbers in ${column}, and there are none`);
  if (!numbers || numbers.variance === undefined || present(column) < 2) return;
  const deviation = Math.sqrt(numbers.variance) * interval;
  const middle = average === 'mean' ? numbers.mean : numbers.quantile(0.5);
  const [low, high] = [middle - deviation, middle + deviation];
  if (numbers.min >= low && numbers.max <= high) return;
  const message = say`${matched('value')} of ${column} lies further than ${number(interval)} standard deviations from the average ${figure(middle, column.index)}`;
  yield { ...at(column, isOutside(low, high), message), facts: told({ n: present(column) }, { low: dataFact(low, column.index), high: dataFact(high, column.index) }) };
}

function* unmet({ formula, source }: Of<'row-constraint'>, { columns }: TableView): Iterable<Problem> {
  const names = fieldsOf(formula);
  const found = names.flatMap(called => columns.find(column => column.name === called) ?? []);
  const lost = names.find(called => !found.some(column => column.name === called));
  if (lost !== undefined) {
    yield unknown(lost);
    return;
  }
  const fields = found.map(({ name: called, index, field }) => ({ name: called, column: index, ...(field?.type === 'string' && { isText: true }) }));
  const [first] = found;
  yield {
    place: first ? { at: 'header', column: first.index } : { at: 'file' },
    cells: { is: 'unmet', formula, fields, ...(first && { at: first.index }) },
    message: say`In ${matched('row')}, ${value(source, -1)} does not hold`,
  };
}

/** Texts up to so many characters are never too long. */
const LONG = 5000;

/** By the lengths of the values that are known, all or a sample of them. */
function overlong(column: Column, interval: number): readonly Problem[] {
  const { length, classes } = column.summary;
  if (classes.text === 0 || length.max <= LONG) return [];
  const lengths = column.values.map(({ text, count: times }) => ({ each: [...text].length, times })).sort((a, b) => a.each - b.each);
  const total = lengths.reduce((sum, { times }) => sum + times, 0);
  if (total < 2) return [];
  const mean = lengths.reduce((sum, { each, times }) => sum + each * times, 0) / total;
  const deviation = Math.sqrt(lengths.reduce((sum, { each, times }) => sum + times * (each - mean) ** 2, 0) / (total - 1));
  const over = Math.floor(Math.max(LONG, medianOf(lengths, total) + interval * deviation));
  return [at(column, { is: 'length', over }, say`${matched('value')} of ${column} is longer than ${count(over, 'character')}, far beyond the usual length`)];
}

function medianOf(lengths: readonly { readonly each: number; readonly times: number }[], total: number): number {
  let passed = 0;
  return lengths.find(({ times }) => (passed += times) * 2 >= total)?.each ?? 0;
}

/** Where programs cut off: the longest text of old databases, and the largest numbers of the usual sizes. */
const CUT_LENGTH = 255;
const CUT_NUMBERS = ['32767', '65535', '2097152', '2147483647', '4294967295', '9223372036854775807', '18446744073709551616'];

function cutOff(column: Column): readonly Problem[] {
  const { classes, length } = column.summary;
  const isCut: CellQuery = { is: 'length', under: CUT_LENGTH, over: CUT_LENGTH };
  const texts = classes.text > 0 && length.max >= CUT_LENGTH ? [all(hasClass('text'), not(isCut))] : [];
  const numbers = classes.integer + classes.digits > 0 && (column.summary.numbers?.max ?? Infinity) >= Number(CUT_NUMBERS[0]) ? [isIn(CUT_NUMBERS)] : [];
  const cells = any(...texts, ...numbers);
  return texts.length + numbers.length === 0 ? [] : [at(column, cells, say`${matched('value')} of ${column} has the length or the size at which programs cut off`)];
}

const beyondAscii = (column: Column): Problem =>
  at(column, all(not({ is: 'missing' }), not({ is: 'pattern', source: '(?s)[\\x00-\\x7F]*' })), say`${matched('value')} of ${column} has characters beyond ASCII`);

function* dimensions({ rows, fields }: Of<'table-dimensions'>, { records, columns }: TableView): Iterable<Problem> {
  const place = { at: 'file' } as const;
  if (records < (rows.least ?? 0)) yield { place, message: say`The table has ${count(records, 'row')}; there should be ${rows.least ?? 0} at least` };
  if (records > (rows.most ?? Infinity)) yield { place, message: say`The table has ${count(records, 'row')}; there should be ${rows.most ?? 0} at most` };
  if (columns.length < (fields.least ?? 0)) yield { place, message: say`The table has ${count(columns.length, 'column')}; there should be ${fields.least ?? 0} at least` };
  if (columns.length > (fields.most ?? Infinity)) yield { place, message: say`The table has ${count(columns.length, 'column')}; there should be ${fields.most ?? 0} at most` };
}
