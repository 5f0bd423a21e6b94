import type { Hierarchy, MissingRule } from '../../core/annotation.ts';
import type { Algorithm } from '../../privacy/anonymise/demand.ts';
import type { Json } from '../../core/problem.ts';

/** What is to become of a table: what `deidentify.yaml` says. */
export interface Plan {
  readonly columns: readonly ColumnPlan[];
  /** What becomes of columns the plan does not name. */
  readonly others: 'keep' | 'drop';
  readonly leaveOut: readonly RowRule[];
  readonly kAnonymity?: KAnonymityPlan;
  /** By column; those of the annotation hold where there is none. */
  readonly hierarchies: Readonly<Record<string, Hierarchy>>;
  /** Makes randomness repeatable, for tests; whoever knows it can undo what rests on it. */
  readonly seed?: number;
}

export interface ColumnPlan {
  readonly column: string;
  /** Id of a transform, or `keep`. */
  readonly use: string;
  readonly parameters: Readonly<Record<string, Json>>;
}

/** Rows with a value of this kind are left out. */
export interface RowRule {
  readonly column: string;
  readonly above?: number;
  readonly below?: number;
  readonly is?: readonly string[];
  readonly missing?: true;
}

/** What every class is to keep, and how. */
export interface KAnonymityPlan {
  readonly k: number;
  readonly quasiIdentifiers: readonly string[];
  readonly algorithm: Algorithm;
  /** Share of the rows that may be left out. */
  readonly suppression: number;
  /** Column that tells persons apart where one has several rows. */
  readonly unit?: string;
  readonly lDiversity: readonly { readonly sensitive: string; readonly kind: 'distinct' | 'entropy' | 'recursive'; readonly l: number; readonly c: number }[];
  readonly tCloseness: readonly { readonly sensitive: string; readonly t: number; readonly distance: 'equal' | 'ordered' }[];
}

/** How missing values of quasi-identifiers count: they are written as missing, or covered together with others. */
export const MISSING: MissingRule = 'own-category';

export const KEEP = 'keep';
