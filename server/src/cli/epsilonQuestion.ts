import type { Run } from '../util/accounting/accountants.ts';
import type { Guarantee } from '../util/accounting/mechanism.ts';

/** `lintel privacy epsilon`: what a run, releases or shuffled reports lose, by every accountant. */
export interface EpsilonInvocation {
  readonly command: 'privacy-epsilon';
  readonly asked: LossQuestion;
  readonly format: 'text' | 'json';
}

/** What is to be accounted for. */
export type LossQuestion =
  | { readonly of: 'run'; readonly run: Run }
  /** `times` releases that lose as much each. */
  | { readonly of: 'releases'; readonly release: Guarantee; readonly times: number; readonly slack: number | undefined }
  /** Reports that keep the local epsilon each. */
  | { readonly of: 'shuffle'; readonly local: number; readonly users: number; readonly delta: number };
