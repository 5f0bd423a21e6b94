import type { Rewriting } from './form.ts';
import type { Place, TextRange } from './place.ts';
import type { Query } from './query.ts';

/** A query with the column it is about; row queries have none. */
export interface Question {
  readonly query: Query;
  readonly column: number;
  /** How many matches to locate; all are counted. */
  readonly keep: number;
  /** True where nobody asks for the count: no more matches are looked for once enough are located. */
  readonly examples?: boolean | undefined;
  /** How a fix writes the located cells anew. */
  readonly rewriting?: Rewriting | undefined;
  /** The rows the question is about; all of the table when left out. */
  readonly within?: Membership | undefined;
}

/** The rows of a table that have one of some values in one column. */
export interface Membership {
  readonly column: number;
  readonly hashes: readonly bigint[];
}

export interface Matches {
  /** Of a question for examples, those that are located. */
  readonly count: number;
  /** In the order of the file. */
  readonly located: readonly LocatedMatch[];
}

/** A match and where it stands in the text: inside the quotes of a quoted cell. */
export interface LocatedMatch {
  readonly place: Place;
  readonly range: TextRange;
  readonly quoted?: boolean;
  readonly becomes?: string;
}
