import { plainNumber } from '../../util/plainNumber.ts';
import type { Group, QuasiIdentifier } from './demand.ts';
import { ANY, type Cut, type Dimension } from './dimension.ts';

/** Values that are listed one by one; more are told by the first and the last. */
const LISTED = 8;

/**
 * A dimension by an order: of numbers by their size, of everything else by its text, since any order gives classes that keep what is asked for. Missing values stand
 * before all others.
 */
export class Ordered implements Dimension {
  readonly #codes: Uint32Array;
  readonly #weights: Uint32Array;
  /** Rank of each code, from 1 on in the order of the values; 0 for missing ones. Different spellings of one number have one rank. */
  readonly #ranks: Uint32Array;
  /** By rank: what it is written as, and where it stands. */
  readonly #texts: readonly string[];
  readonly #places: Float64Array;
  readonly #isNumeric: boolean;

  constructor({ texts }: QuasiIdentifier, codes: Uint32Array, weights: Uint32Array) {
    this.#codes = codes;
    this.#weights = weights;
    const numbers = texts.map(text => plainNumber(text));
    this.#isNumeric = texts.length > 0 && numbers.every(one => one !== undefined);
    const order = texts.map((text, i) => ({ text, number: numbers[i] ?? 0, code: i + 1 }))
      .sort((a, b) => (this.#isNumeric ? a.number - b.number : 0) || (a.text < b.text ? -1 : 1));
    this.#ranks = new Uint32Array(texts.length + 1);
    const kept: typeof order = [];
    for (const one of order) {
      if (!this.#isNumeric || kept.at(-1)?.number !== one.number) kept.push(one);
      this.#ranks[one.code] = kept.length;
    }
    this.#texts = ['', ...kept.map(({ text }) => text)];
    this.#places = Float64Array.from([0, ...kept.map(({ number }, i) => (this.#isNumeric ? number : i))]);
  }

  width(group: Group): number {
    const [low, high] = this.#span(group);
    if (low === high) return 0;
    if (low === 0) return 1;
    return (this.#place(high) - this.#place(low)) / (this.#place(this.#places.length - 1) - this.#place(1));
  }

  /** Missing values apart from the others; then about the median, as near to it as values go. */
  * cuts(group: Group): Iterable<Cut> {
    const sorted = this.#sorted(group);
    const [low = 0] = sorted.ranks;
    const high = sorted.ranks.at(-1) ?? 0;
    if (low === high) return;
    if (low === 0) yield this.#below(0);
    const median = medianOf(sorted);
    const before = sorted.ranks[sorted.ranks.indexOf(median) - 1];
    const candidates = [...(median < high ? [median] : []), ...(before !== undefined && before > 0 ? [before] : [])];
    for (const rank of candidates.sort((a, b) => imbalance(sorted, a) - imbalance(sorted, b))) yield this.#below(rank);
  }

  text(group: Group): string {
    const [low, high] = this.#span(group);
    if (low === high) return this.#texts[low] ?? '';
    if (low === 0 || (low === 1 && high === this.#texts.length - 1 && !this.#isNumeric)) return ANY;
    if (this.#isNumeric) return `[${this.#texts[low] ?? ''}, ${this.#texts[high] ?? ''}]`;
    const present = [...new Set(this.#sorted(group).ranks)];
    if (present.length > LISTED) return `[${this.#texts[low] ?? ''} … ${this.#texts[high] ?? ''}]`;
    return `{${present.map(rank => this.#texts[rank] ?? '').join(', ')}}`;
  }

  #place(rank: number): number {
    return this.#places[rank] ?? 0;
  }

  #below(rank: number): Cut {
    return { parts: 2, partOf: code => ((this.#ranks[code] ?? 0) <= rank ? 0 : 1) };
  }

  #span({ members, from, to }: Group): readonly [low: number, high: number] {
    let [low, high] = [Infinity, 0];
    for (let i = from; i < to; i++) {
      const rank = this.#ranks[this.#codes[members[i] ?? 0] ?? 0] ?? 0;
      if (rank < low) low = rank;
      if (rank > high) high = rank;
    }
    return [low, high];
  }

  #sorted({ members, from, to }: Group): Sorted {
    const length = to - from;
    // Rank and place in one number, below 2 ** 53: sorting numbers is much quicker than sorting by a function.
    const keys = new Float64Array(length);
    for (let i = 0; i < length; i++) keys[i] = (this.#ranks[this.#codes[members[from + i] ?? 0] ?? 0] ?? 0) * 2 ** 26 + i;
    keys.sort();
    const ranks = new Uint32Array(length);
    const weights = new Uint32Array(length);
    keys.forEach((key, i) => {
      ranks[i] = Math.floor(key / 2 ** 26);
      weights[i] = this.#weights[members[from + (key % 2 ** 26)] ?? 0] ?? 0;
    });
    return { ranks, weights };
  }
}

interface Sorted {
  readonly ranks: Uint32Array;
  readonly weights: Uint32Array;
}

function medianOf({ ranks, weights }: Sorted): number {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  for (let i = 0; i < ranks.length; i++) {
    sum += weights[i] ?? 0;
    if (sum >= half) return ranks[i] ?? 0;
  }
  return 0;
}

/** How unlike in size the parts are. */
function imbalance({ ranks, weights }: Sorted, cut: number): number {
  let difference = 0;
  for (let i = 0; i < ranks.length; i++) difference += (ranks[i] ?? 0) <= cut ? weights[i] ?? 0 : -(weights[i] ?? 0);
  return Math.abs(difference);
}
