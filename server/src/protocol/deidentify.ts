import type { Json } from '../core/problem.ts';

/** A way to treat a column, as a plan has it. */
export interface ColumnTreatment {
  /** Id of a technique, or `keep`. */
  readonly use: string;
  readonly parameters: Readonly<Record<string, Json>>;
}

/** What could be done with the columns of a dataset. No value of it is in here. */
export interface DeidentifyOffer {
  readonly uri: string;
  readonly columns: readonly OfferedColumn[];
  /** Names of columns others may know of a person. */
  readonly quasiIdentifiers: readonly string[];
  /** Where the copy would go. */
  readonly target: string;
}

export interface OfferedColumn {
  readonly name: string;
  readonly suggested: ColumnTreatment & { readonly label: string; readonly reason: string };
  readonly choices: readonly (ColumnTreatment & { readonly label: string })[];
}

export interface DeidentifyParams {
  readonly uri: string;
  /** As `deidentify.yaml` has it. */
  readonly plan: Json;
  /** Where the copy goes; `null` where nothing is to be written. */
  readonly target: string | null;
  /** Whether what is there may go. */
  readonly over: boolean;
  /** Keys by their names in the plan. They are used and forgotten. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What was done, or would be; texts are in the client's language, values masked. */
export interface DeidentifyFacts {
  readonly rows: { readonly read: number; readonly written: number };
  readonly columns: readonly { readonly name: string; readonly label: string; readonly changed: number; readonly emptied: number; readonly example: string }[];
  /** Rows that were left out, what was lost, what was measured, and what to know before the copy is passed on. */
  readonly notes: readonly string[];
  /** URIs of what was written, the copy first. */
  readonly written: readonly string[];
}

/** Requests of the client about a copy that points at nobody. */
export interface DeidentifyRequests {
  /** What could be done so that a copy of the dataset points at nobody. */
  readonly 'lintel/deidentifyOffer': { readonly params: { readonly uri: string }; readonly result: DeidentifyOffer | Unanswered };
  /** Makes such a copy, with its description and a record beside it, or counts what would come of it. The file on disk is read; the source is never written. */
  readonly 'lintel/deidentify': { readonly params: DeidentifyParams; readonly result: DeidentifyFacts | Unanswered };
}

/** Why there is no answer, as a sentence. */
interface Unanswered {
  readonly refused: string;
}
