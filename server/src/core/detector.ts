import type { PresentClass } from './summary.ts';

/**
 * Recognises one kind of personal data in whole cells. Pure: the engine decides which cells to show it, counts, and compares with chance.
 */
export interface Detector {
  readonly id: string;
  /** English title; translations live beside the detector. */
  readonly title: string;
  /** Key of the fideslang data-category taxonomy an annotation should carry. */
  readonly category: string;
  /** Whether a match names a person by itself, narrows down who it is, or is sensitive. */
  readonly role: 'direct-identifier' | 'quasi-identifier' | 'sensitive';
  /** Cheap test on what the kernel knows of a cell, before any text is read. Length in bytes of UTF-8. */
  mayBe(kind: PresentClass, bytes: number): boolean;
  /** Exact test of one trimmed cell, with its checksum where there is one. */
  accepts(text: string): boolean;
  /** Where there is a check: whether a text has the form alone. Sample data has numbers that fail it, but under their names they are what they stand for. */
  hasForm?(text: string): boolean;
  /**
   * What a match stands on, the most particular first, which decides between detectors that are equally sure: a check digit, a shape hardly anything
   * else has, a list of words, or a shape so common that it says something only where the name of the column does (`name`).
   */
  readonly basis: 'check-digit' | 'shape' | 'list' | 'name';
  /** Whether a single match in a column of something else is to be believed, so that this value is masked. */
  readonly alone?: true;
  /** The best grade that it can give: low for what is personal only where the table is about people. */
  readonly most?: 'medium' | 'low';
  /** That there is no evidence at all but beside columns that tell persons apart. */
  readonly among?: 'people';
  /** Words of a column name that say so only beside columns that tell persons apart: the city of a customer is personal, that of an airport is not. */
  readonly amongPeople?: readonly string[];
  /** Words of other columns beside which those of `amongPeople` say so as well, though no column tells persons apart: an education beside a marital status. */
  readonly beside?: readonly string[];
  /**
   * Where the basis is `name` but the name of a column says nothing at all (`c7`, no header): whether its values, all that were looked at, are to be believed
   * by themselves, in a table about people or, where it `tellsItself`, in any. Without it such columns are left alone.
   */
  together?(texts: readonly string[]): boolean;
  /** Whether values that hold `together` are enough in a table that is not known to be about people: `married` and `widowed` are said of nothing else. */
  readonly tellsItself?: true;
  /** That a few words which occur all the time are none: `groom` and `bride` under the name of a person are kinds of persons. */
  readonly varied?: true;
  /** What lets values be it that say nothing by themselves, where the name of their column says nothing either: the columns beside it. */
  readonly company?: Company;
  /** Whether a table has one such column: several that nothing names are some other numbers. */
  readonly single?: true;
  /** Words of other columns that rule the type out: penguins have a sex that is nobody's secret. */
  readonly vetoNeighbours?: readonly string[];
  /** Words of other columns of which there must be one: an expiry date belongs to a card, coordinates to a person, or to nobody. */
  readonly neighbours?: readonly string[];
  /** Country that gives it out, ISO 3166-1 alpha-2, where one does: what else a table says of countries decides between forms that are alike. */
  readonly country?: string;
  /** Share of random strings of the right shape that pass `accepts`, in [0, 1]. */
  readonly chance: number;
  /** Share of a column's values that must match at least (lower confidence bound) without help from its name. */
  readonly threshold: number;
  /** Words of a column name, in lower case, that make a match likelier. */
  readonly nameHints: readonly string[];
  /** Words of a column name that rule the type out: `verified`, `count`. */
  readonly vetoWords: readonly string[];
  /** How a found value may be shown. Never the value itself. */
  mask(text: string): string;
}

/** Columns of which one is hardly ever without another: a postal code stands with a town, a family name with a given name. */
export interface Company {
  /** Ids of types, of which the table must have a column. */
  readonly of: readonly string[];
  /** Ids of types that the values may have been taken for, on low evidence: beside given names, what could be towns are family names. */
  readonly overrules?: readonly string[];
  /** Ids of types beside which there is no other column of it: whole names beside parts of names. */
  readonly unless?: readonly string[];
  /** That two of it stand side by side, or none: latitude and longitude. */
  readonly pair?: true;
  /** How much the values look like it, from 0 (not at all) to 1. Of several columns the one that does most is taken, then the nearest one. */
  likeness(candidate: Candidate): number;
}

/** A column whose name says nothing, as seen by what it might be. */
export interface Candidate {
  /** Distinct values. */
  readonly texts: readonly string[];
  /** How often each occurs, on average. */
  readonly repeats: number;
  /** Columns from it to the nearest one of its company: 1 is next to it. */
  readonly distance: number;
  /** Whether it has been taken for something that the company overrules. */
  readonly taken: boolean;
  /** Values of its company, of all those columns. */
  readonly beside: readonly string[];
}

export const defineDetector = (detector: Detector): Detector => detector;

/** How sure the engine is that a column holds what a detector looks for. */
export interface Evidence {
  readonly detector: Detector;
  /** `high`: name and content agree. `medium`: content alone, far above chance. `low`: the name alone. */
  readonly grade: 'high' | 'medium' | 'low';
  /** Matches among the distinct values that were looked at. */
  readonly matches: number;
  readonly looked: number;
  /** Numbers of other countries that have the same form and check, where nothing tells which of them it is. */
  readonly or?: readonly Detector[];
}

/** A column whose values are masked, redacted or hashed already. */
export interface MaskedColumn {
  readonly how: 'masking' | 'redaction' | 'hashing';
  /** What the values were, where their form tells. */
  readonly detector?: Detector;
  /** Masked ones among the distinct values that were looked at. */
  readonly matches: number;
  readonly looked: number;
}
