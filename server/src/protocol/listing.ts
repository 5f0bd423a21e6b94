import type { TextRange } from '../core/place.ts';
import type { Severity } from '../core/problem.ts';

/** A dataset of the workspace and what is known of it without a further check. */
export interface DatasetEntry {
  readonly uri: string;
  /** The part of a dataset that its name says it holds, in words. */
  readonly split: string | null;
  readonly descriptionUri: string | null;
  /** By rule, the worst first; `null` where it has not been checked. */
  readonly findings: readonly RuleFindings[] | null;
}

export interface RuleFindings {
  readonly rule: string;
  readonly severity: Severity;
  /** What the rule looks for, in words. */
  readonly title: string;
  readonly count: number;
  /** The first place. */
  readonly range: TextRange;
}

/** A finding with all of its places, in words. */
export interface ListedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Cells or rows concerned. */
  readonly count: number;
  /** In its document, as `line:character`, both from 1; fewer than `count` where they are many. */
  readonly places: readonly string[];
}

/** Requests for lists of what is there and what was found. */
export interface ListingRequests {
  /** Datasets of the workspace, at most 1,000 of them; `more` says how many there are besides. */
  readonly 'lintel/datasets': { readonly params: null; readonly result: { readonly entries: readonly DatasetEntry[]; readonly more: number } };
  /** All findings of a document, worst first, as text and one by one; `null` where it has not been checked. Lines that begin with two spaces are places, as `line:character`. */
  readonly 'lintel/findings': { readonly params: { readonly uri: string }; readonly result: { readonly text: string; readonly findings: readonly ListedFinding[] } | null };
}
