import type { MissingRule } from './annotation.ts';
import type { Column } from './column.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/**
 * What the declared quasi-identifiers of a table give away, measured on all of its rows when a rule asks. A class is all rows that agree in them; the
 * definitions are those of `privacy/measures/`.
 */
export interface RiskView {
  /** The columns that classes are made of. */
  readonly quasiIdentifiers: readonly Column[];
  /** Columns of sensitive values: those of guarantees, and those with that role. */
  readonly sensitive: readonly Column[];
  /** Columns that tell one person from another, as the unit declares them; empty where each row counts as one. */
  readonly unit: readonly Column[];
  /** Columns that seem to tell people apart and repeat their values, where no unit is declared. */
  readonly persons: readonly Column[];
  /** Columns that look like quasi-identifiers and are not among them. */
  readonly candidates: readonly Column[];
  /** The declared rule for missing values, else `own-category`. */
  readonly missing: MissingRule;
  /** The classes of the table; computed once for each question. */
  classes(question?: ClassQuestion): ClassView;
  /** What tells where and when somebody was, where rows are events: places first. */
  readonly trace: readonly Column[];
  /** How many people so many points of their traces single out; `undefined` without a trace, or where no column tells people apart. */
  unicity(points: number): { readonly users: number; readonly alone: number } | undefined;
  /** The table of everybody who might be in this one, where the annotation names one and there was a way to read it. */
  readonly population?: PopulationView | UnusablePopulation;
}

/** The classes of the table by its quasi-identifiers, beside those of the population. */
export interface PopulationView {
  readonly is: 'usable';
  /** As the annotation names it. */
  readonly name: string;
  /** Rows of the table that count. */
  readonly rows: number;
  /** Fewest people of the population a row could be. */
  readonly kMap: number;
  /** Probability that somebody finds the row who does not know whether the person is in the table: at most, and on average. */
  readonly journalist: { readonly highest: number; readonly average: number };
  /** Expected share of rows that are linked rightly. */
  readonly marketer: number;
  /** Least and greatest share of the people of a class that is in the table. */
  readonly presence: { readonly least: number; readonly greatest: number };
  /** Rows of classes that are larger than those of the population, which then is not everybody. */
  readonly short: Offence;
  /** Classes of fewer than `k` people. */
  fewerThan(k: number): Offence;
  /** Classes of whose people a smaller or a greater share is in the table. Those nobody of the table is in have no rows. */
  presentOutside(least: number, most: number): Offence;
}

/** Why the table that the annotation names is no population for this one. */
export interface UnusablePopulation {
  readonly is: 'unreadable' | 'lacking';
  readonly name: string;
  /** Quasi-identifiers it has no column of. */
  readonly lacks: readonly string[];
}

/** How classes are to be made, where that is not as declared. Columns are among those of the view. */
export interface ClassQuestion {
  readonly missing?: MissingRule;
  readonly by?: readonly Column[];
  readonly unit?: readonly Column[];
}

export interface ClassView {
  /** Rows that count; without those that a missing value excludes. */
  readonly rows: number;
  readonly count: number;
  /** Persons, or rows where no unit is declared, in the smallest class; 0 where no row counts. */
  readonly k: number;
  /** Share of rows that are alone in their class. */
  readonly uniqueness: number;
  /** Probability that somebody who knows the person is in the table finds the row: at most, and on average. */
  readonly risk: { readonly highest: number; readonly average: number };
  /** Classes of fewer than `k`. */
  smaller(k: number): Offence;
  /** A measure of what classes give away of a sensitive column, which is one of the view's. */
  measure(of: Disclosure, sensitive: Column): Measured | undefined;
}

/** Measures of disclosure by class; see `Guarantees` for what each is declared as. */
export type Disclosure =
  | { readonly is: 'distinct' | 'entropy' | 'alpha' | 'beta' | 'delta' | 't-equal' | 't-ordered' }
  /** The least c for which a class is recursively (c, l)-diverse. */
  | { readonly is: 'recursive'; readonly l: number }
  /** By the levels of a value hierarchy: for each text the more general ones above it, finest first. */
  | { readonly is: 't-hierarchical'; readonly levels: Readonly<Record<string, readonly string[]>> };

export interface Measured {
  /** Of the worst class. */
  readonly worst: number;
  /** Classes worse than a limit: below it where more is better (`distinct`, `entropy`), above it elsewhere; at the limit too for `recursive` and `delta`. */
  beyond(limit: number): Offence;
}

/** Classes that break a promise, and their rows. */
export interface Offence {
  readonly classes: number;
  readonly rows: number;
  /** Numbers of the first rows, ascending. */
  readonly first: readonly number[];
}

/** The rows of an offence, as parts of a problem. */
export function rowsOf({ rows, first }: Offence): Pick<Problem, 'place' | 'places' | 'total'> {
  return { place: { at: 'file' }, places: first.map((row): Place => ({ at: 'row', row })), total: rows };
}
