import type { Column } from '../core/column.ts';
import { present } from '../core/column.ts';
import type { Refusal } from '../core/host.ts';
import type { PairFacts } from '../core/sample.ts';
import type { Snapshot } from './dataCheck.ts';
import type { Control } from './pass.ts';
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
      const sample = await readSample(scan, readable, undefined);
      const pair = pairsOf(sample);
      const compare = (columns: readonly Column[], measure: (facts: PairFacts) => number | undefined): readonly (number | null)[] =>
        columns.flatMap((column, i) => columns.slice(0, i).map(earlier => measure(pair(earlier, column) ?? NOTHING) ?? null));
      const [numbers, categories] = [table.columns.filter(isQuantity), table.columns.filter(column => !isQuantity(column) && isCategory(column))];
      const [quantities, classes] = [numbers.slice(0, MOST_ASSOCIATED), categories.slice(0, MOST_ASSOCIATED)];
      const indexes = (columns: readonly Column[]): readonly number[] => columns.map(({ index }) => index);
      const found = {
        rows: sample.rows.length, whole: sample.whole,
        numeric: {
          columns: indexes(quantities), all: numbers.length,
          values: { pearson: compare(quantities, ({ pearson }) => pearson), spearman: compare(quantities, ({ spearman }) => spearman) },
        },
        categorical: { columns: indexes(classes), all: categories.length, values: { cramersV: compare(classes, ({ cramersV }) => cramersV) } },
      };
      sample.close();
      return found;
    } finally {
      scan.summarizer.dispose();
    }
  });
}

const NOTHING: PairFacts = {
  n: 0, whole: true, pearson: undefined, spearman: undefined, cramersV: undefined, uncertainty: undefined, correlationRatio: undefined, power: undefined,
};

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
