/** A dataset in memory, column by column: what a benchmark learns from. */
export interface Table {
  readonly columns: readonly TableColumn[];
  /** Rows kept. */
  readonly rows: number;
  /** For each kept row, its record in the file. */
  readonly records: Uint32Array;
  /** Records that were read. */
  readonly fileRows: number;
  /** False where reading stopped before the end of the file. */
  readonly complete: boolean;
  /** One of each row, where the dataset is a folder of images. */
  readonly pictures?: Pictures;
}

/** Pictures of one size: their luminance from 0 to 255, picture by picture, row by row. */
export interface Pictures {
  readonly height: number;
  readonly width: number;
  readonly values: Uint8Array;
}

export interface TableColumn {
  readonly name: string;
  /** For each row its number, or the day count of a date; NaN where it is neither. */
  readonly numbers: Float64Array;
  /** For each row the index of its text in `texts`, or `MISSING`, `UNLISTED` (there were too many different texts) or `NUMERIC` (the number is enough). */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

export const MISSING = -1;
export const UNLISTED = -2;
export const NUMERIC = -3;

/** Different texts that are kept of one column, how much of each, and of how many all columns together may be, in UTF-16 units. */
export const TEXT_LIMIT = 40_000;
export const TEXT_LENGTH = 1000;
export const TEXT_BUDGET = 64e6;
/** More different texts than this are no categories. */
const CATEGORY_LIMIT = 5000;

/** What a column is to a model. */
export type ColumnKind = 'numeric' | 'categorical' | 'text' | 'constant' | 'row-number' | 'empty';

/** A column's kind, told from the given rows: numbers where at least nine in ten present cells are, categories where texts repeat. */
export function kindOf(column: TableColumn, rows: Uint32Array, records: Uint32Array): ColumnKind {
  const tally = tallyOf(column, rows);
  if (tally.present === 0) return 'empty';
  if (tally.distinct === 1) return 'constant';
  if (tally.numeric >= 0.9 * tally.present) return isRowNumber(column, rows, records) ? 'row-number' : 'numeric';
  return tally.unlisted || tally.distinct > CATEGORY_LIMIT || (tally.distinct > 32 && tally.distinct > 0.5 * tally.present) ? 'text' : 'categorical';
}

export interface Tally {
  readonly present: number;
  readonly numeric: number;
  /** Different values; of texts at most one more than `TEXT_LIMIT` are told apart. */
  readonly distinct: number;
  readonly unlisted: boolean;
}

export function tallyOf({ numbers, codes }: TableColumn, rows: Uint32Array): Tally {
  const [texts, values] = [new Set<number>(), new Set<number>()];
  let [present, numeric] = [0, 0];
  for (const row of rows) {
    const code = codes[row] ?? MISSING;
    if (code === MISSING) continue;
    present++;
    if (code === NUMERIC) values.add(numbers[row] ?? NaN);
    else texts.add(code);
    if (!Number.isNaN(numbers[row])) numeric++;
  }
  return { present, numeric, distinct: texts.size + values.size, unlisted: texts.has(UNLISTED) };
}

/** True where the column only counts the records: it would tell a model the order of the file, not the data. */
function isRowNumber({ numbers }: TableColumn, rows: Uint32Array, records: Uint32Array): boolean {
  const offsetOf = (row: number): number => (numbers[row] ?? NaN) - (records[row] ?? 0);
  const offset = offsetOf(rows[0] ?? 0);
  return rows.length > 10 && rows.every(row => offsetOf(row) === offset);
}
