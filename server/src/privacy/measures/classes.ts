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
  /** Where the codes of all columns fit into one number, that of each way of being written, ascending, and how it is made. */
  readonly keys?: ClassKeys;
  /** With wildcards, the ways of being written that make up each class, its own included. */
  readonly agreeing?: readonly (readonly number[])[];
}

/** The codes of a row in mixed radix: the last column counts ones, and every other one as many as all after it can count. */
export interface ClassKeys {
  readonly of: Uint32Array;
  /** By column, how many codes it may have. */
  readonly sizes: readonly number[];
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
  const sorted = sortByKey(keysOf(columns, rows, missing === 'exclude'));
  // Where nothing is missing, rows agree that are written alike and no others.
  const overlap = missing === 'wildcard' && columns.some(codes => codes.includes(MISSING));
  return { rows: sorted.order.length, ...sorted, ...(overlap && { agreeing: agreements(columns, sorted) }) };
}

/** Rows that are in no class. */
const NONE = NO_ROW;

/** A number for each row, below `space`: equal for rows that agree. */
interface Keys {
  readonly keys: Uint32Array;
  readonly space: number;
  /** Codes by column, where the keys are made of nothing else. */
  readonly sizes: readonly number[] | undefined;
}

/** A table over all keys is quicker than one of those that occur, as long as it is not much longer than the table of the rows. */
const mostKeys = (rows: number): number => Math.min(2 ** 27, Math.max(2 ** 12, 8 * rows));

/** Columns side by side in mixed radix. Where that makes too many keys, those that occur are numbered first, and those of the next column with them. */
function keysOf(columns: readonly Uint32Array[], rows: number, withoutMissing: boolean): Keys {
  const keys = new Uint32Array(rows);
  const ranges = columns.map(rangeOfCodes);
  let [space, isPlain] = [1, true];
  columns.forEach((codes, i) => {
    const { least, size } = ranges[i] ?? { least: 0, size: 1 };
    if (space * size > mostKeys(rows)) {
      isPlain = false;
      space = renumber(keys, space);
    }
    if (space * size > mostKeys(rows)) {
      space = pairUp(keys, codes);
      return;
    }
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] ?? 0) * size + codeIn(codes, row, least) - least;
    space *= size;
  });
  for (const codes of withoutMissing ? columns : []) for (let row = 0; row < rows; row++) if (codes[row] === MISSING) keys[row] = NONE;
  const [some] = columns;
  if (some?.includes(NO_ROW)) for (let row = 0; row < rows; row++) if (some[row] === NO_ROW) keys[row] = NONE;
  return { keys, space, sizes: isPlain ? ranges.map(({ size }) => size) : undefined };
}

/** The code of a row; `other` where it is none. */
function codeIn(codes: Uint32Array, row: number, other: number): number {
  const code = codes[row] ?? other;
  return code === NO_ROW ? other : code;
}

/** The least code of a column, and how many there may be from it on. */
function rangeOfCodes(codes: Uint32Array): { readonly least: number; readonly size: number } {
  let [least, most] = [NO_ROW, 0];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if (code === NO_ROW) continue;
    if (code > most) most = code;
    if (code < least) least = code;
  }
  return least > most ? { least: 0, size: 1 } : { least, size: most - least + 1 };
}

/** Numbers the keys that occur, in their order; how many there are. */
function renumber(keys: Uint32Array, space: number): number {
  const numbers = new Uint32Array(space);
  for (let row = 0; row < keys.length; row++) numbers[keys[row] ?? 0] = 1;
  let next = 0;
  for (let key = 0; key < space; key++) if (numbers[key] === 1) numbers[key] = next++;
  for (let row = 0; row < keys.length; row++) keys[row] = numbers[keys[row] ?? 0] ?? 0;
  return next;
}

/** Numbers pairs of key and code by a table of those that occur. */
function pairUp(keys: Uint32Array, codes: Uint32Array): number {
  const pairs = new PairTable();
  for (let row = 0; row < keys.length; row++) keys[row] = pairs.idOf(keys[row] ?? 0, codeIn(codes, row, MISSING));
  return pairs.count;
}

type Sorted = Pick<Classes, 'count' | 'order' | 'starts' | 'keys'>;

/**
 * Rows in the order of their keys, and where each class starts; rows of none are left out. Rows are first dealt to stretches of keys that are short enough
 * for their counters to stay in the cache: at ten million rows that is three times as quick as counting all keys at once.
 */
function sortByKey({ keys, space, sizes }: Keys): Sorted {
  const dealt = deal(keys, space);
  const next = new Uint32Array(Math.min(space, STRETCH));
  const order = new Uint32Array(dealt.rows.length);
  const starts = new Growing();
  const of = new Growing();
  for (let stretch = 0; stretch + 1 < dealt.starts.length; stretch++) {
    const [from, to] = [dealt.starts[stretch] ?? 0, dealt.starts[stretch + 1] ?? 0];
    if (from === to) continue;
    const base = stretch * STRETCH;
    next.fill(0);
    for (let at = from; at < to; at++) next[(dealt.keys[at] ?? 0) - base] = (next[(dealt.keys[at] ?? 0) - base] ?? 0) + 1;
    for (let key = 0, place = from; key < next.length; key++) {
      const rows = next[key] ?? 0;
      if (rows === 0) continue;
      starts.push(place);
      if (sizes) of.push(base + key);
      next[key] = place;
      place += rows;
    }
    for (let at = from; at < to; at++) {
      const key = (dealt.keys[at] ?? 0) - base;
      const place = next[key] ?? 0;
      order[place] = dealt.rows[at] ?? 0;
      next[key] = place + 1;
    }
  }
  const count = starts.length;
  starts.push(order.length);
  return { order, starts: starts.list(), count, ...(sizes && { keys: { of: of.list(), sizes } }) };
}

/** Keys of a stretch, as a power of two: their counters take 256 KB. */
const STRETCH_BITS = 16;
const STRETCH = 2 ** STRETCH_BITS;

/** Rows that are in a class, and their keys, by stretch of keys, each in the order of the file. */
function deal(keys: Uint32Array, space: number): { readonly keys: Uint32Array; readonly rows: Uint32Array; readonly starts: Uint32Array } {
  const stretches = Math.ceil(space / STRETCH);
  const starts = new Uint32Array(stretches + 1);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? NONE;
    if (key !== NONE) starts[(key >>> STRETCH_BITS) + 1] = (starts[(key >>> STRETCH_BITS) + 1] ?? 0) + 1;
  }
  for (let i = 0; i < stretches; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const dealt = { keys: new Uint32Array(starts[stretches] ?? 0), rows: new Uint32Array(starts[stretches] ?? 0), starts };
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? NONE;
    if (key === NONE) continue;
    const at = next[key >>> STRETCH_BITS] ?? 0;
    dealt.keys[at] = key;
    dealt.rows[at] = row;
    next[key >>> STRETCH_BITS] = at + 1;
  }
  return dealt;
}

/** A list of numbers of unknown length. */
class Growing {
  length = 0;
  #numbers = new Uint32Array(1024);

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  list(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}

/** Sizes of the classes that are left when one column is not looked at; `undefined` where that cannot be told from the classes. */
export function sizesWithout(classes: Classes, column: number): Uint32Array | undefined {
  const { keys, agreeing } = classes;
  if (!keys || agreeing) return undefined;
  const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);
  const below = product(keys.sizes.slice(column + 1));
  const block = below * (keys.sizes[column] ?? 1);
  const sizes = new Uint32Array((product(keys.sizes) / block) * below);
  for (let index = 0; index < classes.count; index++) {
    const key = keys.of[index] ?? 0;
    const merged = Math.floor(key / block) * below + (key % below);
    sizes[merged] = (sizes[merged] ?? 0) + ownSize(classes, index);
  }
  let count = 0;
  for (let key = 0; key < sizes.length; key++) if (sizes[key] !== 0) sizes[count++] = sizes[key] ?? 0;
  return sizes.subarray(0, count);
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
