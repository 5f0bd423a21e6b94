import type { Severity } from '../core/problem.ts';

/** A finding for a list to choose from. */
export interface OfferedFinding {
  /** How its diagnostics call it; it holds until the document is checked again. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of its first place, from 0 without the header; -1 where it has none. */
  readonly row: number;
  readonly column: number;
  /** False where no editor shows the file as text. */
  readonly hasText: boolean;
  /** Empty but for the finding that was asked for. */
  readonly actions: readonly OfferedAction[];
}

/** Something that can be done: a command of the client, or an edit that the server makes. */
export interface OfferedAction {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments: readonly (string | number)[] };
  readonly data?: CodeActionData;
}

/** `data` of a code action that is resolved later. Opaque to clients. */
export interface CodeActionData {
  readonly uri: string;
  readonly resultId: string;
  readonly keys: readonly string[];
  /** The change is one of the configuration: how far the rule of the finding is turned off, or that the baseline takes it in. */
  readonly configure?: 'column' | 'file' | 'project' | 'baseline' | 'none';
}
