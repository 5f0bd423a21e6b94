import type { Column } from '../core/column.ts';
import { present } from '../core/column.ts';
import type { Refusal } from '../core/host.ts';
import type { TableView } from '../core/rule.ts';
import type { PairFacts } from '../core/sample.ts';
import type { Snapshot } from './dataCheck.ts';
import { type Control, goesOn } from './pass.ts';
import { withReadable, type RowSurroundings } from './readRows.ts';
import { pairsOf } from './sample/pairs.ts';
import { readSample } from './sample/readSample.ts';
import { scanTable } from './scan.ts';

/** What the columns of a table have to do with each other, on a sample of its rows. */
export interface Associations {
  /** Rows of the sample. */
  readonly rows: number;
  /** True where these are all there are. */
  readonly whole: boolean;
  readonly numeric: AssociationTable<'pearson' | 'spearman'>;
  readonly categorical: AssociationTable<'cramersV'>;
}

export interface AssociationTable<M extends string> {
  /** Indexes of the columns that are compared, in the order of the table. */
  readonly columns: readonly number[];
  /** How many of the kind there are. */
  readonly all: number;
  /** By measure: the entry of a column and an earlier one, row by row of a triangle without its diagonal; `null` where it means nothing. */
  readonly values: Readonly<Record<M, readonly (number | null)[]>>;
}

/** Columns of a kind that are compared with each other. */
export const MOST_ASSOCIATED = 30;

/** Reads the table again for its sample. A refusal where it is no longer what was checked; `undefined` when cancelled. */
export async function associationsOf(snapshot: Snapshot, surroundings: RowSurroundings, control: Control): Promise<Associations | Refusal | undefined> {
  const { table } = snapshot.checked;
  return withReadable(snapshot, surroundings, async readable => {
    const scan = await scanTable(readable, { rowHashes: false, scanners: [] }, control);
    if (!scan || !table) return undefined;
    try {
      const sample = await readSample(scan, readable, undefined, control);
      if (!sample) return undefined;
      const pair = pairsOf(sample);
      const [numbers, categories] = [table.columns.filter(isQuantity), table.columns.filter(column => !isQuantity(column) && isCategory(column))];
      const [quantities, classes] = [numbers.slice(0, MOST_ASSOCIATED), categories.slice(0, MOST_ASSOCIATED)];
      const indexes = (columns: readonly Column[]): readonly number[] => columns.map(({ index }) => index);
      const pearson = await compare(quantities, pair, facts => facts?.pearson, control);
      const spearman = pearson && await compare(quantities, pair, facts => facts?.spearman, control);
      const cramersV = spearman && await compare(classes, pair, facts => facts?.cramersV, control);
      sample.close();
      return cramersV && {
        rows: sample.rows.length, whole: sample.whole,
        numeric: { columns: indexes(quantities), all: numbers.length, values: { pearson, spearman } },
        categorical: { columns: indexes(classes), all: categories.length, values: { cramersV } },
      };
    } finally {
      scan.summarizer.dispose();
    }
  });
}

/** A measure of each column and every earlier one, with a turn for others after each; `undefined` when cancelled. */
async function compare(
  columns: readonly Column[], pair: TableView['pair'], measure: (facts: PairFacts | undefined) => number | undefined, control: Control,
): Promise<readonly (number | null)[] | undefined> {
  const values: (number | null)[] = [];
  for (const [i, column] of columns.entries()) {
    for (const earlier of columns.slice(0, i)) {
      values.push(measure(pair(earlier, column)) ?? null);
      if (!await goesOn(control)) return undefined;
    }
  }
  return values;
}

/** Nine of ten values are numbers, and not all the same. */
const isQuantity = (column: Column): boolean => {
  const { numbers } = column.summary;
  return numbers !== undefined && numbers.count >= present(column) * 0.9 && numbers.min < numbers.max;
};

/** Values that repeat themselves, as many as a table of counts bears. */
const isCategory = (column: Column): boolean => {
  const { count } = column.summary.distinct;
  return count > 1 && count <= 100 && count * 2 <= present(column);
};
