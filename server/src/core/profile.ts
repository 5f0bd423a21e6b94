import type { ChatView } from './chat.ts';
import type { DistinctSummary, PresentClass } from './summary.ts';

/** What is known of a table, column by column, ready to be written. Columns that are masked show no number that is a value or tells one. */
export interface TableProfile {
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** What it holds of training examples for a language model. */
  readonly chat?: ChatView | undefined;
}

export interface ColumnProfile {
  readonly name: string;
  /** The class most values have; `undefined` where all are missing. */
  readonly type: PresentClass | undefined;
  /** As the description declares it. */
  readonly declared: string | undefined;
  /** Present values by class, without those there are none of. */
  readonly classes: Readonly<Partial<Record<PresentClass, number>>>;
  readonly cells: number;
  readonly missing: number;
  /** Spellings of "missing" that occur, most frequent first. */
  readonly nullSpellings: readonly { readonly text: string; readonly count: number }[];
  readonly distinct: DistinctSummary;
  readonly personal: boolean;
  readonly numbers: NumberProfile | undefined;
  /** Values that occur more than once, most frequent first, with exact counts; `complete` where no value of the column was passed over. */
  readonly frequent: { readonly values: readonly { readonly value: string; readonly count: number }[]; readonly complete: boolean };
}

export interface NumberProfile {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number | undefined;
  /** By percent. */
  readonly quantiles: Readonly<Record<'1' | '5' | '25' | '50' | '75' | '95' | '99', number>>;
  readonly relativeError: number;
  /** Counts in bars of equal width from `min` to `max`. */
  readonly histogram: readonly number[];
}
