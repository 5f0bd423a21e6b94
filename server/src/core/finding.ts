import type { DataFacts, PlainFacts } from './facts.ts';
import type { Message } from './message.ts';
import type { NodePath, Place, TextRange } from './place.ts';
import type { Change, Remedy, Severity } from './problem.ts';

/** A problem with its places found: what the editor, the command line and every report show. One offence is one finding. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Where the finding shows: the header, the file or the node it is about, else its first spot. */
  readonly primary: Spot;
  /** Cells or rows concerned, in file order: at most `SPOT_LIMIT`. */
  readonly spots: readonly Spot[];
  /** How many cells or rows there are in all; 1 where the finding is about one place. */
  readonly count: number;
  /** Told to everybody; see `Facts`. */
  readonly facts: PlainFacts;
  /** Told where the column of each is not masked. */
  readonly data?: DataFacts;
  readonly related: readonly { readonly spot: Spot; readonly message: Message }[];
  readonly fix: FindingFix | undefined;
  /** See `Problem.alternatives`. */
  readonly alternatives?: readonly FindingFix[];
  readonly remedy?: Remedy;
  /** Column the finding is about, -1 when none; values of personal columns are masked by it. */
  readonly column: number;
  readonly mirror: NodePath | undefined;
  /** URI of the description `mirror` and the fixes of it are in, where that is not the nearest one of the file. */
  readonly describedIn?: string;
  /** The same offence against other descriptions of the file: shown there, and counted once. */
  readonly likewise?: readonly Finding[];
}

/** A place and its range in the text. Where the document has no text (too big for an editor, binary) the range is the file's start. */
export interface Spot {
  readonly uri: string;
  readonly place: Place;
  readonly range: TextRange;
  /** True for the content of a quoted cell: the range lies inside its quotes. */
  readonly quoted?: boolean;
  /** New content of the cell, where a fix writes each cell in its own way. Data: never shown outside an edit. */
  readonly becomes?: string;
}

export interface FindingFix {
  readonly title: Message;
  readonly safety: 'safe' | 'unsafe';
  readonly change: Change;
  /** Places the change applies to; capped like spots, `complete` tells whether all are listed. */
  readonly spots: readonly Spot[];
  readonly complete: boolean;
}

/** Spots one finding lists with positions; the rest is counted. */
export const SPOT_LIMIT = 1000;

/** Findings of one document in a stable order: by where they show, then severity, then rule. */
export interface FindingSet {
  readonly uri: string;
  /** Changes whenever the findings do: lets clients that pull skip what they have. */
  readonly resultId: string;
  /** False for early findings that a running scan will replace. */
  readonly settled: boolean;
  readonly findings: readonly Finding[];
  /** What was not looked at, sampled or capped, in words. */
  readonly notices: readonly Message[];
}
