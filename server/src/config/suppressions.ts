import type { Finding } from '../core/finding.ts';
import type { NodePath } from '../core/place.ts';

/** Findings that are accepted, with the reason why. */
export interface Suppression {
  /** The document it is written in, and where. */
  readonly uri: string;
  readonly path: NodePath;
  readonly rule: string;
  /** Globs as they are written; all files when empty. */
  readonly files: readonly string[];
  matchesFile(uri: string): boolean;
  /** Patterns of the columns it is about; the file as a whole when empty. */
  readonly columns: readonly ((name: string) => boolean)[];
  readonly reason: string;
  /** Last day it holds, as 2026-05-31. */
  readonly until: string | undefined;
}

/** A suppression that holds today, with the rule's present id. */
export interface ActiveSuppression extends Suppression {
  /** The rule by its present and its former ids. */
  means(rule: string): boolean;
}

/** True where a suppression is about a finding; `column` is the name of the column the finding is about, if it is about one. */
export function suppresses(suppression: ActiveSuppression, { rule }: Pick<Finding, 'rule'>, column: string | undefined): boolean {
  if (!suppression.means(rule)) return false;
  return suppression.columns.length === 0 || (column !== undefined && suppression.columns.some(matches => matches(column)));
}

/** True from the day after the last one a suppression holds. `today` as 2026-05-31. */
export const isExpired = ({ until }: Pick<Suppression, 'until'>, today: string): boolean => until !== undefined && until < today;

/** The day of a date as suppressions write it. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
