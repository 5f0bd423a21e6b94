import type { CellClass } from './cellClass.ts';

/**
 * What is remembered of one column. It holds numbers, hashes, counts and places, never text: text is read through the locator when it is needed, so
 * a summary kept on disk carries no personal data. Every part is a commutative monoid over the column's cells, so the result does not depend on how
 * the file was cut or on how many workers read it.
 */
export interface ColumnSummary {
  /** Records that have a cell in this column. */
  readonly cells: number;
  readonly missing: number;
  /** Missing cells by spelling, in the order of the reading's null tokens. */
  readonly missingBySpelling: readonly number[];
  /** Present cells by class; the values of all classes sum to `cells - missing`. */
  readonly classes: Readonly<Record<PresentClass, number>>;
  readonly quoted: number;
  /** Present cells that contain a commercial at. */
  readonly withAt: number;
  readonly nonAscii: number;
  /** Length of present cells in bytes of UTF-8. */
  readonly length: { readonly min: number; readonly max: number; readonly mean: number };
  readonly numbers: NumberSummary | undefined;
  readonly distinct: DistinctSummary;
  /** The values with the smallest hashes, in ascending order of hash: a uniform sample of the distinct values, with exact counts. */
  readonly values: readonly ValueSummary[];
}

export type PresentClass = Exclude<CellClass, 'missing' | 'absent'>;

/** Facts about the cells of class `integer` and `float`. */
export interface NumberSummary {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly negative: number;
  readonly zero: number;
  /** Correctly rounded from the exact sum. */
  readonly mean: number;
  /** Unbiased sample variance, rounded from exact sums; `undefined` below two values. */
  readonly variance: number | undefined;
  /**
   * The value at `p` in [0, 1] by the nearest-rank definition, within `relativeError` of the true one.
   */
  quantile(p: number): number;
  /** 0 where the quantiles are exact. */
  readonly relativeError: number;
  /** Non-empty buckets in ascending order of value, for histograms. */
  readonly buckets: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

export interface DistinctSummary {
  /** Number of distinct present values. */
  readonly count: number;
  /** False where `count` is a HyperLogLog estimate; then `relativeError` is its standard error. */
  readonly exact: boolean;
  readonly relativeError: number;
}

/** One distinct value of a column. */
export interface ValueSummary {
  readonly hash: bigint;
  /** Exact, even where only some of the values are kept. */
  readonly count: number;
  readonly firstRecord: number;
  readonly class: PresentClass;
}

/** What is remembered of a table: its columns and how many records it has. */
export interface TableSummary {
  readonly records: number;
  readonly columns: readonly ColumnSummary[];
}
