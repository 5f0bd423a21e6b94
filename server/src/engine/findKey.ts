import { present, type Column } from '../core/column.ts';
import type { Refusal } from '../core/host.ts';
import { namedLikeKey } from '../core/target.ts';
import { NO_ROW } from '../privacy/measures/classes.ts';
import { codeColumns } from './codeColumns.ts';
import type { ColumnCodes } from './coder.ts';
import type { Snapshot } from './dataCheck.ts';
import { isPositiveByName } from '../util/positiveNames.ts';
import { type Control, goesOn } from './pass.ts';
import { withReadable, type RowSurroundings } from './readRows.ts';
import { scanTable } from './scan.ts';

/** Columns that tell all rows apart, by index: one, or the fewest that do so together. */
export type Key = readonly number[];

/** Fewer rows are told apart by too many columns to say which of them are meant. */
const FEWEST_ROWS = 20;
/** More are not looked at: their codes would take too much memory. */
const MOST_ROWS = 1_000_000;
/** Columns that are tried with each other; the first ones, because keys stand in front. */
const MOST_COLUMNS = 10;

/**
 * Reads a table again for its key, which holds for every row of it. Columns are only taken together where chance would have repeated them: two columns of
 * many values hardly ever meet twice, and that says nothing. A refusal where the file is no longer what was checked; `undefined` without a key, or when
 * cancelled.
 */
export async function findKey(snapshot: Snapshot, surroundings: RowSurroundings, control: Control): Promise<Key | Refusal | undefined> {
  const { table } = snapshot.checked;
  if (!table || table.records < FEWEST_ROWS || table.records > MOST_ROWS || table.columns.some(column => isKnownKey(column, table.records))) return undefined;
  const candidates = table.columns.filter(column => mayBePart(column, table.records)).slice(0, MOST_COLUMNS);
  const choices = combinations(candidates).filter(choice => isTelling(choice, table.records));
  if (choices.length === 0) return undefined;
  return withReadable(snapshot, surroundings, async readable => {
    const scan = await scanTable(readable, { rowHashes: false, scanners: [] }, control);
    if (!scan) return undefined;
    try {
      const codes = await codeColumns(readable, scan.summarizer, candidates.map(({ index }) => index), scan.rows, control);
      return codes && await firstKey(choices.map(choice => choice.map(column => candidates.indexOf(column))), codes, candidates, control);
    } finally {
      scan.summarizer.dispose();
    }
  });
}

/** Each row has a value of its own, as far as the summary can tell. */
const isKnownKey = ({ name, index, evidence, summary: { distinct, classes } }: Column, records: number): boolean =>
  distinct.exact && distinct.count === records && classes.float === 0 && (namedLikeKey(name) || (index === 0 && evidence.length === 0));

/** Identifiers and categories; no measurements, no counts, no texts, and nothing that may be missing. */
function mayBePart(column: Column, records: number): boolean {
  const { name, evidence: [best], summary: { cells, missing, classes, distinct, length } } = column;
  // Names of people are different in every row by accident.
  if (best?.detector.role === 'direct-identifier' && !namedLikeKey(name)) return false;
  return cells === records && missing === 0 && classes.float === 0 && distinct.count > 1 && length.mean <= 40 && present(column) > 0 && !isPositiveByName(name);
}

/** One column, two, three: the fewer the better, and those in front before others. */
function combinations(columns: readonly Column[]): readonly (readonly Column[])[] {
  const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map(b => [a, b]));
  const triples = columns.flatMap((a, i) => columns.slice(i + 1).flatMap((b, k) => columns.slice(i + k + 2).map(c => [a, b, c])));
  const alone = columns.filter(({ name, index, evidence }) => namedLikeKey(name) || (index === 0 && evidence.length === 0));
  return [...alone.map(column => [column]), ...pairs, ...triples];
}

/** Rows that would meet by chance, were the columns independent: from this number on it is no accident that none does. */
const EXPECTED = 10;
/** Counts of many values are estimates: a little short of all rows may be all. */
const ESTIMATE = 0.9;

function isTelling(columns: readonly Column[], records: number): boolean {
  const room = columns.reduce((product, { summary: { distinct } }) => product * distinct.count, 1);
  return room >= records * ESTIMATE && (columns.length === 1 || (records * records) / (2 * room) >= EXPECTED);
}

async function firstKey(choices: readonly (readonly number[])[], codes: readonly ColumnCodes[], columns: readonly Column[], control: Control): Promise<Key | undefined> {
  for (const choice of choices) {
    if (!await goesOn(control)) return undefined;
    const parts = choice.flatMap(place => codes[place] ?? []);
    if (tellsApart(parts)) return choice.flatMap(place => columns[place]?.index ?? []);
  }
  return undefined;
}

/** Whether no two rows have the same codes. Codes count from 1 on, so that their places in a number of a mixed base are their own. */
function tellsApart(parts: readonly ColumnCodes[]): boolean {
  const rows = parts[0]?.codes.length ?? 0;
  if (parts.reduce((room, { values }) => room * (values + 1), 1) > Number.MAX_SAFE_INTEGER) return false;
  const met = new Set<number>();
  for (let row = 0; row < rows; row++) {
    if (parts[0]?.codes[row] === NO_ROW) continue;
    let code = 0;
    for (const { codes, values } of parts) code = code * (values + 1) + (codes[row] ?? 0);
    if (met.has(code)) return false;
    met.add(code);
  }
  return rows > 0;
}
