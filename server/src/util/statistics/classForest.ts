import { mix, seeded } from '../mix.ts';
import type { Coded } from './contingency.ts';

/** A feature in few steps: each row's step, and whether the steps have an order. */
export interface SteppedFeature {
  readonly steps: Uint8Array;
  readonly ordered: boolean;
}

const TREES = 100;
/** Rows one tree learns from: half of all, so that as many trees know nothing of a row as know it, and not more than these. */
const MOST_ROWS = 4096;
const LEAST_LEAF = 3;
const MOST_DEPTH = 16;
const SEED = 0xc1a_55e5;

/**
 * What a forest of classification trees (Breiman 2001) thinks of each row without having learnt from it: the mean, over the trees that were grown without
 * the row, of the shares of the classes in its leaf. One row of `levels` probabilities a row of the table; NaN where its class is missing, for then
 * nobody asks. The same columns give the same probabilities.
 */
export function probabilitiesWithout(features: readonly SteppedFeature[], labels: Coded): Float64Array {
  const { codes, levels } = labels;
  const known = Uint32Array.from(codes.keys()).filter(row => (codes[row] ?? -1) >= 0);
  const growing = new Growing(features, labels);
  for (let tree = 0; tree < TREES; tree++) growing.tree(known, seeded(mix(tree, SEED)));
  return growing.shares.map((sum, i) => sum / (growing.trees[Math.floor(i / levels)] || NaN));
}

/** Grows trees that are not kept: rows they do not learn from go down while they grow, and take the shares of the leaf they come to. */
class Growing {
  readonly shares: Float64Array;
  /** By row, the trees that were grown without it. */
  readonly trees: Uint32Array;
  readonly #features: readonly SteppedFeature[];
  readonly #labels: Coded;
  #random: () => number = seeded(SEED);

  constructor(features: readonly SteppedFeature[], labels: Coded) {
    this.#features = features;
    this.#labels = labels;
    this.shares = new Float64Array(labels.codes.length * labels.levels);
    this.trees = new Uint32Array(labels.codes.length);
  }

  tree(rows: Uint32Array, random: () => number): void {
    this.#random = random;
    const shuffled = rows.slice();
    const wanted = Math.min(MOST_ROWS, rows.length >> 1);
    for (let i = 0; i < wanted; i++) {
      const other = i + Math.floor(this.#random() * (shuffled.length - i));
      [shuffled[i], shuffled[other]] = [shuffled[other] ?? 0, shuffled[i] ?? 0];
    }
    this.#grow(shuffled.subarray(0, wanted), shuffled.subarray(wanted), 0);
  }

  #grow(learning: Uint32Array, asking: Uint32Array, depth: number): void {
    if (asking.length === 0) return;
    const counts = this.#count(learning);
    const isPure = counts.some(count => count === learning.length);
    const cut = isPure || depth >= MOST_DEPTH || learning.length < 2 * LEAST_LEAF ? undefined : this.#bestCut(learning, counts);
    if (!cut) return this.#leaf(counts, learning.length, asking);
    const goesLeft = isLeftOf(cut);
    this.#grow(learning.filter(goesLeft), asking.filter(goesLeft), depth + 1);
    this.#grow(learning.filter(row => !goesLeft(row)), asking.filter(row => !goesLeft(row)), depth + 1);
  }

  #leaf(counts: Uint32Array, total: number, asking: Uint32Array): void {
    const { levels } = this.#labels;
    for (const row of asking) {
      this.trees[row] = (this.trees[row] ?? 0) + 1;
      for (let level = 0; level < levels; level++) this.shares[row * levels + level] = (this.shares[row * levels + level] ?? 0) + (counts[level] ?? 0) / total;
    }
  }

  #count(rows: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.#labels.levels);
    for (const row of rows) {
      const code = this.#labels.codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  /** The best cut through a few features drawn at random; through further ones where none of these can be cut. */
  #bestCut(rows: Uint32Array, counts: Uint32Array): Cut | undefined {
    const few = Math.ceil(Math.sqrt(this.#features.length));
    let best: Cut | undefined;
    for (const [i, feature] of this.#drawn().entries()) {
      if (i >= few && best) break;
      const cut = cutThrough(feature, rows, this.#labels, counts);
      if (cut && (!best || cut.purity > best.purity)) best = cut;
    }
    return best;
  }

  #drawn(): readonly SteppedFeature[] {
    const drawn = [...this.#features];
    for (let i = drawn.length - 1; i > 0; i--) {
      const other = Math.floor(this.#random() * (i + 1));
      const [a, b] = [drawn[i], drawn[other]];
      if (a && b) [drawn[i], drawn[other]] = [b, a];
    }
    return drawn;
  }
}

interface Cut {
  readonly feature: SteppedFeature;
  /** Steps up to this one go left; without an order, this one alone. */
  readonly step: number;
  /** Sum over both sides of the squared counts over their number: grows as the Gini impurity falls. */
  readonly purity: number;
}

const isLeftOf = ({ feature: { steps, ordered }, step }: Cut): ((row: number) => boolean) =>
  (ordered ? row => (steps[row] ?? 0) <= step : row => steps[row] === step);

function cutThrough(feature: SteppedFeature, rows: Uint32Array, { codes, levels }: Coded, counts: Uint32Array): Cut | undefined {
  const { steps, ordered } = feature;
  const [lowest, highest] = extentOf(steps, rows);
  if (lowest === highest) return undefined;
  const table = new Uint32Array((highest - lowest + 1) * levels);
  for (const row of rows) {
    const at = ((steps[row] ?? 0) - lowest) * levels + (codes[row] ?? 0);
    table[at] = (table[at] ?? 0) + 1;
  }
  const left = new Uint32Array(levels);
  let best: Cut | undefined;
  for (let step = lowest; step <= highest; step++) {
    const at = (step - lowest) * levels;
    for (let level = 0; level < levels; level++) left[level] = (ordered ? left[level] ?? 0 : 0) + (table[at + level] ?? 0);
    const purity = purityOf(left, counts);
    if (purity > (best?.purity ?? 0)) best = { feature, step, purity };
  }
  return best;
}

/** The lowest and the highest step that some of the rows are on. */
function extentOf(steps: Uint8Array, rows: Uint32Array): readonly [lowest: number, highest: number] {
  let [lowest, highest] = [255, 0];
  for (const row of rows) {
    const step = steps[row] ?? 0;
    if (step < lowest) lowest = step;
    if (step > highest) highest = step;
  }
  return [lowest, highest];
}

/** 0 where a side would be too small for a leaf. */
function purityOf(left: Uint32Array, all: Uint32Array): number {
  let [here, there, squaresHere, squaresThere] = [0, 0, 0, 0];
  for (let level = 0; level < all.length; level++) {
    const a = left[level] ?? 0;
    const b = (all[level] ?? 0) - a;
    here += a;
    there += b;
    squaresHere += a * a;
    squaresThere += b * b;
  }
  return here < LEAST_LEAF || there < LEAST_LEAF ? 0 : squaresHere / here + squaresThere / there;
}
