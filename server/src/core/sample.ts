/**
 * Some rows of a table as typed columns, for questions about several columns at once. Which rows are taken follows from how many the table has and
 * from nothing else, so the sample is the same however the file was cut and however many workers read it.
 */
export interface TableSample {
  /** Rows of the sample, ascending; blank lines are left out. */
  readonly rows: Uint32Array;
  /** True where the sample is the whole table, so that what is found in it is exact. */
  readonly whole: boolean;
  /** By index of the column. Beyond the first `PAIR_COLUMNS` only the target has one. */
  column(index: number): SampleColumn | undefined;
}

/** One entry a row of the sample. */
export interface SampleColumn {
  /** Value of integer and float cells, NaN elsewhere. */
  readonly numbers: Float64Array;
  /** Equal cells have equal codes, counted from 0 in the order in which they turn up; -1 where the cell is missing or the row has none. */
  readonly codes: Int32Array;
  /** Number of codes. */
  readonly levels: number;
  /** The hash that summaries know the values of a code by. */
  hashOf(code: number): bigint;
  /** Present cells of the sample. */
  readonly present: number;
  /** How many of them are numbers. */
  readonly numeric: number;
}

/** Rows of a sample where the table has more. */
export const SAMPLE_ROWS = 20_000;

/** Columns that are compared with each other: in wide tables the first ones, and the target wherever it stands. */
export const PAIR_COLUMNS = 300;

/**
 * What two columns of a sample have to do with each other; computed when asked for. Everything is over the `n` rows of the sample that have both, and
 * `undefined` where it means nothing: no variance, a column of another kind, fewer than two rows.
 */
export interface PairFacts {
  readonly n: number;
  /** True where the sample is the whole table. */
  readonly whole: boolean;
  /** Product-moment correlation of two numeric columns, in [-1, 1]. */
  readonly pearson: number | undefined;
  /** The same of their ranks, ties at their mean rank. */
  readonly spearman: number | undefined;
  /** Association of two categorical columns in [0, 1], corrected for the bias of small tables (Bergsma 2013). */
  readonly cramersV: number | undefined;
  /** Share of the entropy of the second column that the first takes away, in [0, 1] (Theil's U); 1 where it fixes the second. */
  readonly uncertainty: number | undefined;
  /** Root of the share of the variance of the numeric column that lies between the groups of the categorical one (correlation ratio, eta), in [0, 1]. */
  readonly correlationRatio: number | undefined;
  /** How much better the second column is predicted with the first than without. */
  readonly power: PredictivePower | undefined;
  /** Works `power` out in parts of a few milliseconds, with nothing after each: a rule hands them on, so that others may have a turn. */
  powerInParts(): Iterable<undefined>;
}

/**
 * Cross-validated predictive power of a single column, in the manner of the predictive power score: a tree of one split level learns the other
 * column on three quarters of the rows and is judged on the last, four times over.
 */
export interface PredictivePower {
  /** 1: always right. 0: no better than the commonest class or the median. Never negative. */
  readonly score: number;
  /** Share of rows that are right (classes), or 1 minus the mean absolute error over that of the median (quantities). */
  readonly accuracy: number;
  /** The same for always guessing the commonest class; 0 for quantities. */
  readonly baseline: number;
  readonly n: number;
  /** Whether the predicted column was taken as classes or as a quantity. */
  readonly of: 'classes' | 'quantity';
}
