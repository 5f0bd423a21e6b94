import type { Facts } from './facts.ts';
import type { Rewriting } from './form.ts';
import type { Message } from './message.ts';
import type { NodePath, Place, TextRange } from './place.ts';
import type { CellQuery, Query } from './query.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities, worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * What a rule has to say about one place, or about all cells (of the place's column) or rows that answer a query.
 */
export interface Problem {
  /** Where the problem shows when it is about the column, row, node or file as a whole; with a query, where its summary shows. */
  readonly place: Place;
  /** The cells or rows concerned. The engine counts all, locates the first ones, and drops the problem when there are none. */
  readonly cells?: Query;
  /** The same for places a format has listed already, in file order, where no query can find them. Not together with `cells`. */
  readonly places?: readonly Place[];
  /** How many such places there are, where not all are listed. */
  readonly total?: number;
  /** Fewest and most matches for which the problem holds; it is dropped outside of them. At least one match where left out. */
  readonly between?: readonly [least: number, most: number];
  /** How many of the cells are shown one by one, where the column as a whole is the matter; all up to a limit when left out. */
  readonly shown?: number;
  /** The cells are examples: the first so many are located, no more are looked for, and the problem counts as one. No `matched` in its message then. */
  readonly examples?: number;
  readonly message: Message;
  /** Overrides the rule's severity where the evidence is graded. */
  readonly severity?: Severity;
  /** Numbers behind the message (value, threshold, n), for machine-readable output. */
  readonly facts?: Facts;
  readonly fix?: Fix;
  /** Other ways out, where either side may be the wrong one: the data or its description. They are made at the places of the problem, never with a query of their own. */
  readonly alternatives?: readonly Omit<Fix, 'cells'>[];
  /** What an editor can do about it that is no edit. */
  readonly remedy?: Remedy;
  readonly related?: readonly Related[];
  /** The node of the description that says otherwise: the problem is shown there too, and counted once. */
  readonly mirror?: NodePath;
}

/** Opens the file anew in the encoding it is written in. */
export interface Remedy {
  readonly do: 'reopen';
  readonly encoding: string;
}

export interface Related {
  readonly place: Place;
  /** Where it is, in a file that is not of the dataset; the place is of no meaning then. */
  readonly elsewhere?: { readonly uri: string; readonly range: TextRange };
  /** Name of the table the place lies in; the table of the problem when left out. */
  readonly table?: string;
  readonly message: Message;
}

/** A fix marked safe keeps the meaning of the data and needs nobody's judgement; every other one is unsafe. */
export interface Fix {
  readonly title: Message;
  readonly safety: 'safe' | 'unsafe';
  readonly change: Change;
  /** Which cells change; the problem's own query when left out. */
  readonly cells?: Query;
}

/** What a fix does to each place it applies to. Data, like a query: the engine turns it into byte-minimal edits. */
export type Change =
  /** New content of each cell; quoted as the cell was, or where the dialect demands it. */
  | { readonly do: 'replace'; readonly with: string }
  /** Each cell written anew in its own way; cells that cannot be read stay as they are. */
  | { readonly do: 'rewrite'; readonly how: Rewriting }
  | { readonly do: 'delete-row' }
  | { readonly do: 'rename-header'; readonly to: string }
  /** Inserts one byte sequence at a place, for instance a missing quote. */
  | { readonly do: 'insert'; readonly text: string; readonly side: 'before' | 'after' }
  /** Changes the description: sets, renames or removes the node at `path`. */
  | { readonly do: 'set-node'; readonly path: NodePath; readonly value: Json }
  | { readonly do: 'rename-node'; readonly path: NodePath; readonly to: string }
  | { readonly do: 'remove-node'; readonly path: NodePath }
  /** Puts a value before the item of a list at `path`, or at its end where there is none. */
  | { readonly do: 'insert-node'; readonly path: NodePath; readonly value: Json }
  /** Moves an item of a list to another place in it. */
  | { readonly do: 'move-node'; readonly path: NodePath; readonly to: number }
  /** Full-width punctuation of the whole document, outside of its texts, as JSON and YAML have it. `path` is the root. */
  | { readonly do: 'half-width-node'; readonly path: NodePath };

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const rewriteAs = (how: Rewriting): Change => ({ do: 'rewrite', how });
export const replaceWith = (text: string): Change => ({ do: 'replace', with: text });

/** Cells of `column` that answer `query`, as a problem's place and cells. */
export const cellsOfColumn = (column: number, query: CellQuery): Pick<Problem, 'place' | 'cells'> => ({
  place: { at: 'header', column },
  cells: query,
});
