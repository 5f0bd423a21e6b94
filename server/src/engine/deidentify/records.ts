import type { Refusal } from '../../core/host.ts';
import type { Control } from '../pass.ts';
import type { Output } from './output.ts';

/** A record of a table as plans see it. */
export interface Cells {
  /** The text of a cell; `undefined` where it is missing. */
  present(column: number): string | undefined;
}

/**
 * What becomes of a cell of a column in the row of a number: `text` is what stands there, `undefined` where it is missing. `undefined` leaves it as it is, the
 * empty text empties it.
 */
export type Rewrite = (text: string | undefined, row: number) => string | undefined;

/** The number a row is known by in what follows, below 0 where it is left out. */
export type Numbering = (cells: Cells) => number;

/** What becomes of a column: it is left out, written anew, or left as it is. */
export type Treatment = 'drop' | Rewrite | undefined;

/** Records of a table in their order, read as often as one likes and written with changes. Both pass over the same records, so that they can be counted. */
export interface Records {
  /** Records that do not fit the table, of the last pass. */
  readonly unfit: number;
  /** Shows every record that fits the table. False when cancelled. */
  read(visit: (cells: Cells) => void, control: Control): Promise<boolean>;
  /**
   * Writes the records that get a number; each is shown once, in order. Lines above and below the table and records that do not fit it are not written,
   * because nobody knows what they hold.
   */
  write(treatments: readonly Treatment[], numberOf: Numbering, output: Output, control: Control): Promise<undefined | 'cancelled' | Refusal>;
}

/** Spellings of "missing" as a set, the empty text included. */
export const missingSpellings = (tokens: readonly string[]): ReadonlySet<string> => new Set(['', ...tokens]);
