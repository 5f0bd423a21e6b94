import type { Levels } from '../../core/transform.ts';
import { classesOf, forEachRow, ownSize, type Classes } from '../measures/classes.ts';
import type { Sensitive } from '../measures/groups.ts';

/** A column others may know of a person. `codes` by row: 0 where it is missing, else one more than the place of its text in `texts`. */
export interface QuasiIdentifier {
  readonly name: string;
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
  /** Has every text of the column where it is there. */
  readonly levels?: Levels | undefined;
}

export const ALGORITHMS = ['mondrian', 'full-domain', 'suppression'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Diversity {
  readonly sensitive: Sensitive;
  readonly kind: 'distinct' | 'entropy' | 'recursive';
  readonly l: number;
  /** Of recursive diversity. */
  readonly c: number;
}

/** With the ordered distance, codes of the sensitive column ascend with its values. */
export interface Closeness {
  readonly sensitive: Sensitive;
  readonly distance: 'equal' | 'ordered';
  readonly t: number;
}

/** What every class of the result must keep, and how it may be brought about. */
export interface Demand {
  readonly algorithm: Algorithm;
  readonly k: number;
  /** Share of the rows that may be left out, in [0, 1]; Mondrian leaves none out. */
  readonly suppression: number;
  /** The person each row is about; then a class has k persons. */
  readonly unit?: Uint32Array | undefined;
  readonly diversity: readonly Diversity[];
  readonly closeness: readonly Closeness[];
}

/** The rows of a table by the combination of quasi-identifiers they have. All further work is on combinations. */
export interface Combinations {
  readonly rows: number;
  readonly count: number;
  readonly classes: Classes;
  /** Code of each combination, by column. */
  readonly codes: readonly Uint32Array[];
  /** Rows of each combination. */
  readonly weights: Uint32Array;
  readonly ofRow: Uint32Array;
}

export function combinationsOf(columns: readonly QuasiIdentifier[], rows: number): Combinations {
  const classes = classesOf(columns.map(({ codes }) => codes), rows);
  const ofRow = new Uint32Array(rows);
  for (let index = 0; index < classes.count; index++) forEachRow(classes, index, row => { ofRow[row] = index; });
  const first = (index: number): number => classes.order[classes.starts[index] ?? 0] ?? 0;
  return {
    rows, count: classes.count, classes, ofRow,
    codes: columns.map(({ codes }) => Uint32Array.from({ length: classes.count }, (_, index) => codes[first(index)] ?? 0)),
    weights: Uint32Array.from({ length: classes.count }, (_, index) => ownSize(classes, index)),
  };
}

/** Combinations that are made one class: those at the places from `from` up to, not with, `to`. */
export interface Group {
  readonly members: Uint32Array;
  readonly from: number;
  readonly to: number;
}
