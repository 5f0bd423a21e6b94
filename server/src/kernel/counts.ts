import { CELL_CLASSES } from '../core/kernel.ts';
import type { ColumnSummary, NumberSummary } from '../core/summary.ts';
import { nearest } from './exact.ts';
import { ExportedBytes } from './exportedBytes.ts';
import { PLACES } from './numbers.ts';

/** What of a summary adds up without looking at a value: counts, lengths, least and greatest number, exact sums. */
export interface Counts {
  readonly records: number;
  /** Column after column: cells by spelling of "missing", cells by class, and the `FURTHER` ones. */
  readonly sums: Float64Array;
  /** Column after column: shortest and longest cell, least and greatest number. */
  readonly extremes: Float64Array;
  /** Column after column: the exact sum of its numbers, and of their squares. */
  readonly exact: readonly bigint[];
}

export type Extremes = Pick<Counts, 'extremes'>;

/** The part of a column's summary that counts tell. */
export type CountedColumn = Omit<ColumnSummary, 'numbers' | 'distinct' | 'values'> & {
  readonly numbers: Omit<NumberSummary, 'quantile' | 'relativeError' | 'buckets'> | undefined;
};

/** Classes of present cells: all but `missing` and `absent`. */
const CLASSES = CELL_CLASSES.length - 2;
/** Quoted cells, with an `@`, beyond ASCII, bytes in all, negative numbers, zeros. */
const FURTHER = 6;
const EXTREMES = 4;

/** Takes the counts out of an exported summary. */
export function readCounts(exported: Uint8Array): Counts {
  const from = new ExportedBytes(exported);
  const [, columns = 0, tokens = 0, , , registerBits = 0] = from.words(6);
  const records = from.u64();
  const width = tokens + CLASSES + FURTHER;
  const exact = new Array<bigint>(2 * columns).fill(0n);
  const counts = { records, sums: new Float64Array(columns * width), extremes: new Float64Array(columns * EXTREMES) };
  for (let column = 0; column < columns; column++) {
    const sums = counts.sums.subarray(column * width, (column + 1) * width);
    for (let i = 0; i < tokens + CLASSES + 4; i++) sums[i] = from.u64();
    const extremes = counts.extremes.subarray(column * EXTREMES, (column + 1) * EXTREMES);
    const [shortest, longest] = [from.u32(), from.u32()];
    const isEmpty = sums.subarray(tokens, tokens + CLASSES).every(count => count === 0);
    extremes.set([isEmpty ? Infinity : shortest, isEmpty ? -Infinity : longest, Infinity, -Infinity]);
    if ((sums[tokens] ?? 0) + (sums[tokens + 1] ?? 0) > 0) {
      extremes.set([from.f64(), from.f64()], 2);
      sums.set([from.u64(), from.u64()], tokens + CLASSES + 4);
      exact[2 * column] = from.integer();
      exact[2 * column + 1] = from.integer();
      from.words(1);
      from.bytes(12 * from.u32());
    }
    const values = from.u32();
    const complete = from.u32() === 1;
    from.bytes(28 * values + (complete ? 0 : 2 ** registerBits));
  }
  return { ...counts, exact };
}

/** The counts of several parts of one table together. There is at least one. */
export function addUp(parts: readonly Counts[]): Counts {
  const [first = NO_COUNTS, ...others] = parts;
  const sums = first.sums.slice();
  const extremes = first.extremes.slice();
  const exact = [...first.exact];
  for (const part of others) {
    addTo(sums, part.sums, 1);
    for (let i = 0; i < extremes.length; i++) extremes[i] = further(i, extremes[i] ?? 0, part.extremes[i] ?? 0);
    for (let i = 0; i < exact.length; i++) if (part.exact[i] !== 0n) exact[i] = (exact[i] ?? 0n) + (part.exact[i] ?? 0n);
  }
  return { records: parts.reduce((sum, { records }) => sum + records, 0), sums, extremes, exact };
}

/**
 * The counts of a table some parts of which were exchanged for others: all of them are whole numbers, so what was added can be taken away. `all`: how far out
 * the parts of the table are now, several of them together where that is known.
 */
export function exchanged(total: Counts, removed: readonly Counts[], added: readonly Counts[], all: () => readonly Extremes[]): Counts {
  const sums = total.sums.slice();
  const extremes = total.extremes.slice();
  const exact = [...total.exact];
  for (const { sums: less } of removed) addTo(sums, less, -1);
  for (const { sums: more } of added) addTo(sums, more, 1);
  for (let i = 0; i < exact.length; i++) exact[i] = exchangedSum(i, exact[i] ?? 0n, removed, added);
  for (let i = 0; i < extremes.length; i++) extremes[i] = exchangedExtreme(i, total.extremes[i] ?? 0, removed, added, all);
  const recordsOf = (parts: readonly Counts[]): number => parts.reduce((sum, { records }) => sum + records, 0);
  return { records: total.records - recordsOf(removed) + recordsOf(added), sums, extremes, exact };
}

/** As a rule one part is exchanged for one that has the same sum in most columns. */
function exchangedSum(at: number, before: bigint, removed: readonly Counts[], added: readonly Counts[]): bigint {
  if (removed.length === 1 && added.length === 1 && removed[0]?.exact[at] === added[0]?.exact[at]) return before;
  return sumOf(added, at, sumOf(removed, at, before, true), false);
}

/** Where what went was the least or the greatest, others are asked until one is found that is as far out. */
function exchangedExtreme(at: number, before: number, removed: readonly Extremes[], added: readonly Extremes[], all: () => readonly Extremes[]): number {
  if (removed.length === 1 && added.length === 1 && removed[0]?.extremes[at] === added[0]?.extremes[at]) return before;
  const now = furthest(at, before, added);
  const isLost = now === before && isReached(at, before, removed) && !isReached(at, before, added);
  return isLost ? furthest(at, unreached(at), all(), before) : now;
}

const isReached = (at: number, extreme: number, parts: readonly Extremes[]): boolean => parts.some(({ extremes }) => extremes[at] === extreme);

/** The furthest of a start and what is in some parts; `enough` is as far as any of them may be. */
function furthest(at: number, start: number, parts: readonly Extremes[], enough?: number): number {
  let now = start;
  for (let i = 0; i < parts.length && now !== enough; i++) now = further(at, now, parts[i]?.extremes[at] ?? 0);
  return now;
}

/** How far out several parts are together. */
export function extremesOf(parts: readonly Extremes[]): Extremes {
  return { extremes: Float64Array.from(parts[0]?.extremes ?? [], (_, at) => furthest(at, unreached(at), parts)) };
}

function addTo(sums: Float64Array, more: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + sign * (more[i] ?? 0);
}

function sumOf(parts: readonly Counts[], at: number, start: bigint, less: boolean): bigint {
  let sum = start;
  for (const { exact } of parts) if (exact[at] !== 0n) sum += less ? -(exact[at] ?? 0n) : exact[at] ?? 0n;
  return sum;
}

/** Extremes are least and greatest in turn. */
const further = (at: number, a: number, b: number): number => (at % 2 === 0 ? Math.min(a, b) : Math.max(a, b));
const unreached = (at: number): number => (at % 2 === 0 ? Infinity : -Infinity);

/** Of no part. */
export const NO_COUNTS: Counts = { records: 0, sums: new Float64Array(0), extremes: new Float64Array(0), exact: [] };

/** Counts as summaries of columns tell them. */
export class CountedTable {
  readonly #counts: Counts;
  readonly #tokens: number;

  /** `tokens`: spellings of "missing". */
  constructor(counts: Counts, tokens: number) {
    this.#counts = counts;
    this.#tokens = tokens;
  }

  get records(): number {
    return this.#counts.records;
  }

  /** Whether a column has the counts that it has in another state of the same table. */
  isSame(before: CountedTable, index: number): boolean {
    const [now, then] = [this.#counts, before.#counts];
    const width = this.#tokens + CLASSES + FURTHER;
    const isSame = (a: Float64Array, b: Float64Array, of: number): boolean => {
      for (let i = index * of; i < (index + 1) * of; i++) if (a[i] !== b[i]) return false;
      return true;
    };
    return isSame(now.sums, then.sums, width) && isSame(now.extremes, then.extremes, EXTREMES) && this.#hasSameSums(before, index);
  }

  /** Whether the numbers of a column are as many and come to the same, exactly, as in another state of the same table. */
  hasSameNumbers(before: CountedTable, index: number): boolean {
    const [now, then] = [this.#counts, before.#counts];
    const width = this.#tokens + CLASSES + FURTHER;
    const sums = [0, 1, width - this.#tokens - 2, width - this.#tokens - 1].map(at => index * width + this.#tokens + at);
    const extremes = [2, 3].map(at => index * EXTREMES + at);
    return sums.every(at => now.sums[at] === then.sums[at]) && extremes.every(at => now.extremes[at] === then.extremes[at]) && this.#hasSameSums(before, index);
  }

  #hasSameSums(before: CountedTable, index: number): boolean {
    const [now, then] = [this.#counts.exact, before.#counts.exact];
    return now[2 * index] === then[2 * index] && now[2 * index + 1] === then[2 * index + 1];
  }

  column(index: number): CountedColumn {
    const tokens = this.#tokens;
    const width = tokens + CLASSES + FURTHER;
    const sums = [...this.#counts.sums.subarray(index * width, (index + 1) * width)];
    const [shortest = 0, longest = 0] = this.#counts.extremes.subarray(index * EXTREMES);
    const missingBySpelling = sums.slice(0, tokens);
    const [integer = 0, float = 0, boolean = 0, date = 0, datetime = 0, text = 0, digits = 0, quoted = 0, withAt = 0, nonAscii = 0, bytes = 0] = sums.slice(tokens);
    const missing = missingBySpelling.reduce((a, b) => a + b, 0);
    const present = integer + float + boolean + date + datetime + text + digits;
    return {
      cells: missing + present, missing, missingBySpelling, quoted, withAt, nonAscii,
      classes: { integer, float, boolean, date, datetime, text, digits },
      length: present === 0 ? { min: 0, max: 0, mean: 0 } : { min: shortest, max: longest, mean: bytes / present },
      numbers: integer + float === 0 ? undefined : this.#numbers(index, integer + float, sums.slice(-2)),
    };
  }

  #numbers(index: number, count: number, [negative = 0, zero = 0]: readonly number[]): CountedColumn['numbers'] {
    const { exact, extremes } = this.#counts;
    const [sum = 0n, squares = 0n] = [exact[2 * index], exact[2 * index + 1]];
    const [, , min = 0, max = 0] = extremes.subarray(index * EXTREMES);
    const n = BigInt(count);
    return {
      count, min, max, negative, zero,
      get mean() { return nearest(sum, n << PLACES); },
      get variance() {
        return count < 2 ? undefined : nearest(n * squares - sum * sum, (n * (n - 1n)) << (2n * PLACES));
      },
    };
  }
}
