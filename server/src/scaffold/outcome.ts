import type { Message } from '../core/message.ts';

/** What a step of the scaffold comes to: a value, or every reason why there is none. Nothing here throws for a wrong template or answer. */
export type Outcome<T> = { readonly value: T; readonly reasons?: undefined } | { readonly reasons: readonly Reason[] };

export interface Reason {
  /** Where it went wrong: the id of a question, `template.json`, or a file of the template with its line (`src/x.ts.tmpl:12`). */
  readonly where: string;
  readonly message: Message;
}

export const isRefused = <T>(outcome: Outcome<T>): outcome is { readonly reasons: readonly Reason[] } => outcome.reasons !== undefined;

export const refuse = (where: string, message: Message): { readonly reasons: readonly Reason[] } => ({ reasons: [{ where, message }] });

/** All values, or all reasons of those that failed. */
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const reasons = outcomes.flatMap(outcome => outcome.reasons ?? []);
  return reasons.length > 0 ? { reasons } : { value: outcomes.flatMap(outcome => (isRefused(outcome) ? [] : [outcome.value])) };
}
