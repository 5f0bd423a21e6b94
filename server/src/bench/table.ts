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
}

export interface TableColumn {
  readonly name: string;
  /** For each row its number, or the day count of a date; NaN where it is neither. */
  readonly numbers: Float64Array;
  /** For each row the index of its text in `texts`; -1 where missing, `UNLISTED` where there were too many different texts. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

export const MISSING = -1;
export const UNLISTED = -2;

/** Different texts that are kept of one column. */
export const TEXT_LIMIT = 5000;

/** What a column is to a model. */
export type ColumnKind = 'numeric' | 'categorical' | 'text' | 'constant' | 'row-number' | 'empty';

/** A column's kind, told from the given rows: numbers where at least nine in ten present cells are, categories where texts repeat. */
export function kindOf(column: TableColumn, rows: Uint32Array, records: Uint32Array): ColumnKind {
  const tally = tallyOf(column, rows);
  if (tally.present === 0) return 'empty';
  if (tally.distinct === 1) return 'constant';
  if (tally.numeric >= 0.9 * tally.present) return isRowNumber(column, rows, records) ? 'row-number' : 'numeric';
  return tally.unlisted || (tally.distinct > 32 && tally.distinct > 0.5 * tally.present) ? 'text' : 'categorical';
}

export interface Tally {
  readonly present: number;
  readonly numeric: number;
  /** Different texts; at most one more than `TEXT_LIMIT`. */
  readonly distinct: number;
  readonly unlisted: boolean;
}

export function tallyOf({ numbers, codes }: TableColumn, rows: Uint32Array): Tally {
  const seen = new Set<number>();
  let [present, numeric] = [0, 0];
  for (const row of rows) {
    const code = codes[row] ?? MISSING;
    if (code === MISSING) continue;
    present++;
    seen.add(code);
    if (!Number.isNaN(numbers[row])) numeric++;
  }
  return { present, numeric, distinct: seen.size, unlisted: seen.has(UNLISTED) };
}

/** True where the column only counts the records: it would tell a model the order of the file, not the data. */
function isRowNumber({ numbers }: TableColumn, rows: Uint32Array, records: Uint32Array): boolean {
  const offsetOf = (row: number): number => (numbers[row] ?? NaN) - (records[row] ?? 0);
  const offset = offsetOf(rows[0] ?? 0);
  return rows.length > 10 && rows.every(row => offsetOf(row) === offset);
}
