import type { MissingRule } from '../../core/annotation.ts';
import { PairTable } from '../../util/pairTable.ts';

export type { MissingRule };
/** How a missing value of a quasi-identifier counts: as a value of its own, as one that equals every other, or not with its whole row. */
export const MISSING_RULES: readonly MissingRule[] = ['own-category', 'wildcard', 'exclude'];

/** Code of a missing value; present values have codes from 1 on. */
export const MISSING = 0;

/** Code of a line that is no row, in every column: blank lines have a number, and are in no class. */
export const NO_ROW = 0xffffffff;

/**
 * Equivalence classes of a table: rows that agree in all quasi-identifiers. With wildcards classes overlap, since a missing value agrees with everything;
 * then there is one class for each way of being written, and it holds the rows of all ways it agrees with.
 */
export interface Classes {
  /** Rows that count. */
  readonly rows: number;
  readonly count: number;
  /** The rows, those that are written alike side by side: way `i` from `starts[i]` to `starts[i + 1]`. Without wildcards those are the classes. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  /** With wildcards, the ways of being written that make up each class, its own included. */
  readonly agreeing?: readonly (readonly number[])[];
}

/** Rows written as those of the class are, without those that agree by wildcards alone. */
export const ownSize = ({ starts }: Classes, index: number): number => (starts[index + 1] ?? 0) - (starts[index] ?? 0);

/** Rows of a class. */
export function sizeOf(classes: Classes, index: number): number {
  const ways = classes.agreeing?.[index];
  return ways ? ways.reduce((sum, way) => sum + ownSize(classes, way), 0) : ownSize(classes, index);
}

/** Calls `use` with every row of a class. */
export function forEachRow({ order, starts, agreeing }: Classes, index: number, use: (row: number) => void): void {
  for (const way of agreeing?.[index] ?? [index]) for (let at = starts[way] ?? 0, end = starts[way + 1] ?? 0; at < end; at++) use(order[at] ?? 0);
}

/**
 * Cuts `rows` rows into classes. `columns` holds the codes of the quasi-identifiers, one array a column; without any there is one class of all rows.
 */
export function classesOf(columns: readonly Uint32Array[], rows: number, missing: MissingRule = 'own-category'): Classes {
  const { classOf, count } = number(columns, rows, missing === 'exclude');
  const sorted = sortByClass(classOf, count);
  return { rows: sorted.order.length, ...sorted, ...(missing === 'wildcard' && { agreeing: agreements(columns, sorted) }) };
}

const NONE = NO_ROW;

interface Numbering {
  readonly classOf: Uint32Array;
  readonly count: number;
}

/** The class of each row. Columns are packed into as few words as hold their codes, so that most tables take one look-up a row. */
function number(columns: readonly Uint32Array[], rows: number, withoutMissing: boolean): Numbering {
  const [first = new Uint32Array(rows), second = new Uint32Array(rows), ...others] = pack(columns, rows);
  const [some] = columns;
  if (some) for (let row = 0; row < rows; row++) if (some[row] === NO_ROW) first[row] = NONE;
  if (withoutMissing) for (const codes of columns) for (let row = 0; row < rows; row++) if (codes[row] === MISSING) first[row] = NONE;
  return others.reduce<Numbering>(({ classOf }, word) => refine(classOf, word), refine(first, second));
}

/** Columns side by side in mixed radix, each word below `NONE`. */
function pack(columns: readonly Uint32Array[], rows: number): Uint32Array[] {
  const words: Uint32Array[] = [];
  let room = 0;
  for (const codes of columns) {
    const size = codes.reduce((most, code) => (code > most && code !== NO_ROW ? code : most), 0) + 1;
    const word = words.at(-1);
    if (!word || room * size >= NONE) {
      words.push(codes.slice(0, rows));
      room = size;
      continue;
    }
    for (let row = 0; row < rows; row++) word[row] = (word[row] ?? 0) * size + (codes[row] ?? 0);
    room *= size;
  }
  return words;
}

/** Splits every class by one more word. */
function refine(classOf: Uint32Array, word: Uint32Array): Numbering {
  const pairs = new PairTable();
  const finer = new Uint32Array(classOf.length);
  for (let row = 0; row < classOf.length; row++) {
    const coarse = classOf[row] ?? 0;
    finer[row] = coarse === NONE ? NONE : pairs.idOf(coarse, word[row] ?? 0);
  }
  return { classOf: finer, count: pairs.count };
}

type Sorted = Pick<Classes, 'count' | 'order' | 'starts'>;

/** Rows in the order of their classes, and where each class starts; rows of none are left out. */
function sortByClass(classOf: Uint32Array, most: number): Sorted {
  const starts = new Uint32Array(most + 1);
  for (const one of classOf) if (one !== NONE) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let i = 0; i < most; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(starts[most] ?? 0);
  for (let row = 0; row < classOf.length; row++) {
    const one = classOf[row] ?? NONE;
    if (one === NONE) continue;
    const at = next[one] ?? 0;
    order[at] = row;
    next[one] = at + 1;
  }
  return { order, starts, count: order.length === 0 ? 0 : most };
}

/**
 * For each way of being written, all it agrees with, itself included: those that are equal wherever neither is missing. Ways are grouped by where they are
 * missing, so that two groups are compared by one table and not way by way.
 */
function agreements(columns: readonly Uint32Array[], { count, order, starts }: Sorted): readonly (readonly number[])[] {
  const codeOf = (index: number, column: number): number => columns[column]?.[order[starts[index] ?? 0] ?? 0] ?? MISSING;
  const groups = new Map<string, number[]>();
  for (let index = 0; index < count; index++) {
    const holes = columns.map((_, column) => (codeOf(index, column) === MISSING ? '0' : '1')).join('');
    const group = groups.get(holes);
    if (group) group.push(index);
    else groups.set(holes, [index]);
  }
  const found: number[][] = Array.from({ length: count }, () => []);
  for (const [holes, ways] of groups) {
    for (const [others, candidates] of groups) {
      const shared = columns.flatMap((_, column) => (holes[column] === '1' && others[column] === '1' ? [column] : []));
      const keyOf = (index: number): string => shared.map(column => codeOf(index, column)).join();
      const byKey = groupBy(candidates, keyOf);
      for (const way of ways) found[way]?.push(...(byKey.get(keyOf(way)) ?? []));
    }
  }
  return found;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
