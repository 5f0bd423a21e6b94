import type { Place, TextRange } from './place.ts';

/** Texts of a table that were read against texts for evaluation. */
export interface OverlapView {
  /** Examples that were read. */
  readonly examples: number;
  /** Words, or characters of Chinese, that a run has. */
  readonly words: number;
  readonly characters: number;
  /** Files the texts for evaluation are from, and how many texts they have. */
  readonly files: readonly string[];
  readonly texts: number;
  /** False where they are too many to be remembered: then `texts` are the first ones. */
  readonly complete: boolean;
  /** Examples that have at least a share, in [0, 1], of the runs of some text for evaluation, in file order. */
  sharing(least: number): readonly Overlap[];
}

/** An example, and the text for evaluation of which it holds most. */
export interface Overlap {
  readonly place: Place;
  readonly row: number;
  /** Of the runs of that text, in [0, 1]. */
  readonly share: number;
  readonly of: EvaluationText;
}

export interface EvaluationText {
  readonly uri: string;
  /** From 1 on, as people count. */
  readonly row: number;
  readonly range: TextRange;
}

/** Words of lists that somebody gave, as they were met in the texts of a table. */
export interface ListedWords {
  readonly list: string;
  /** How often, in how many records out of how many. */
  readonly count: number;
  readonly records: number;
  readonly examples: number;
  /** Most frequent first. */
  readonly words: readonly { readonly word: string; readonly count: number }[];
  /** The first ones, in file order. */
  readonly places: readonly Place[];
}
