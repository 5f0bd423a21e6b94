import type { CharacterClass } from './characters.ts';
import type { FieldDescription } from './description.ts';
import type { Evidence, MaskedColumn } from './detector.ts';
import type { ColumnSummary, ValueSummary } from './summary.ts';

/** A column as rules see it: its name, what the description says of it, what is remembered of its cells. No cells, no file, no offsets. */
export interface Column {
  readonly index: number;
  readonly name: string;
  readonly summary: ColumnSummary;
  /** Cells that count as missing because the file is damaged there; none where left out. */
  readonly unread?: number;
  /** Spellings of "missing" that occur, most frequent first; ties in the order of the reading. */
  readonly nullSpellings: readonly NullSpelling[];
  /** Values with their texts, most frequent first and then in the order of the file, for rules that need `values`: all where the summary knows them all, else at most `VALUE_TEXTS`. */
  readonly values: readonly NamedValue[];
  /** What detectors found, best first, for rules that need `detectors`. */
  readonly evidence: readonly Evidence[];
  /** Set where most of its values were masked before they came here, for rules that need `detectors`. */
  readonly masked?: MaskedColumn;
  readonly field: FieldDescription | undefined;
  /** Another description of the file than the nearest one annotates it as personal, so its values are masked. */
  readonly personalElsewhere?: true;
  /** Classes of characters the column may hold: those the file holds somewhere, where the column is one that could. A query tells. */
  readonly characters: ReadonlySet<CharacterClass>;
}

export interface NullSpelling {
  /** Index into the reading's null tokens. */
  readonly index: number;
  readonly text: string;
  readonly count: number;
}

export interface NamedValue extends ValueSummary {
  readonly text: string;
}

/** How many texts of a column are read through the locator before rules run, where the summary does not know all values. */
export const VALUE_TEXTS = 64;

/** Present cells of the column. */
export const present = (column: Column): number => column.summary.cells - column.summary.missing;

/**
 * Whether rows that are equal on these columns are likelier the same thing twice than two things alike. A table of a few short answers repeats itself
 * by nature: repeats mean something where one column is nearly a key, or where values could be combined in more ways than there are pairs of rows.
 */
export function tellRowsApart(columns: readonly Column[], records: number): boolean {
  const distinct = columns.map(({ summary }) => summary.distinct.count);
  const combinations = distinct.reduce((product, size) => product * Math.max(1, size), 1);
  return Math.max(...distinct) >= records / 2 || combinations >= (records * records) / 2;
}

/** True when `values` of the summary are all values the column has: 256 at most. The column's `values` then have all their texts. */
export const knowsAllValues = (summary: ColumnSummary): boolean => summary.distinct.exact && summary.values.length === summary.distinct.count;
