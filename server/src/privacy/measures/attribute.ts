import { MISSING, type Classes, type MissingRule } from './classes.ts';
import { forEachClass, overall, type Histogram, type Sensitive } from './groups.ts';

/** What one class gives away of a sensitive value. */
export interface ClassRisk {
  /** Greatest share of one value in a class: alpha of (alpha, k)-anonymity (Wong et al. 2006). */
  readonly alpha: number;
  /** Fewest different values in a class: distinct l-diversity (Machanavajjhala et al. 2007). */
  readonly distinctL: number;
  /** Exponential of the least entropy, a real number: entropy l-diversity. */
  readonly entropyL: number;
  /** Greatest gain in confidence in a value, (q - p) / p: basic beta-likeness (Cao and Karras 2012). */
  readonly beta: number;
  /** Greatest absolute logarithm of q / p over the values a class has: delta-disclosure privacy (Brickell and Shmatikov 2008). */
  readonly delta: number;
  /** t-closeness by the equal distance (Li et al. 2007). */
  readonly tEqual: number;
  /** t-closeness by the ordered distance, for codes that ascend with their values. */
  readonly tOrdered: number;
  /** Greatest gain in confidence beyond -ln p, which enhanced beta-likeness never allows; 0 or less where there is none. */
  readonly beyondLog: number;
}

/** What equivalence classes give away of a sensitive value. Each number is that of the worst class; 0 classes give the numbers of no risk. */
export interface AttributeRisk extends Omit<ClassRisk, 'beyondLog'> {
  /** Greatest of min(beta, -ln p) over all values, beta being the basic one: the bound of enhanced beta-likeness (Cao and Karras 2012). */
  readonly enhancedBeta: number;
  /** Whether enhanced beta-likeness holds for the basic beta: no gain is beyond -ln p. Where it does not, it holds for no beta. */
  readonly keepsEnhancedBeta: boolean;
}

/** Missing values of the sensitive column count as a value of their own, or not at all where the rule is another; they have no place in an order. */
export const attributeRisk = (classes: Classes, sensitive: Sensitive, missing: MissingRule = 'own-category'): AttributeRisk =>
  attributeRiskWith(classes, sensitive, missing, []).risk;

/** The same together with `recursiveCs` for each of `ls`: going through the rows of all classes is what takes time. */
export function attributeRiskWith(
  classes: Classes, sensitive: Sensitive, missing: MissingRule, ls: readonly number[],
): { readonly risk: AttributeRisk; readonly leastCs: readonly number[] } {
  const leastCs = ls.map(() => 0);
  const worst = { alpha: 0, distinctL: Infinity, entropyL: Infinity, beta: 0, delta: 0, tEqual: 0, tOrdered: 0 };
  let [any, beyondLog] = [false, 0];
  forEachClassRisk(classes, sensitive, missing, (one, _, histogram) => {
    any = true;
    worst.alpha = Math.max(worst.alpha, one.alpha);
    worst.distinctL = Math.min(worst.distinctL, one.distinctL);
    worst.entropyL = Math.min(worst.entropyL, one.entropyL);
    worst.beta = Math.max(worst.beta, one.beta);
    worst.delta = Math.max(worst.delta, one.delta);
    worst.tEqual = Math.max(worst.tEqual, one.tEqual);
    worst.tOrdered = Math.max(worst.tOrdered, one.tOrdered);
    beyondLog = Math.max(beyondLog, one.beyondLog);
    raise(leastCs, ls, histogram);
  });
  const enhancedBeta = boundOf(worst.beta, overall(classes, sensitive, missing));
  return { risk: { ...worst, ...(!any && { distinctL: 0, entropyL: 0 }), enhancedBeta, keepsEnhancedBeta: beyondLog <= ROUNDING }, leastCs };
}

const boundOf = (beta: number, { present, counts, total }: Histogram): number =>
  present.reduce((most, code) => Math.max(most, Math.min(beta, -Math.log((counts[code] ?? 0) / total))), 0);

/** Calls `use` with the numbers of each class that holds any value; they are valid until the next class. */
export function forEachClassRisk(classes: Classes, sensitive: Sensitive, missing: MissingRule, use: (risk: ClassRisk, index: number, histogram: Histogram) => void): void {
  const whole = overall(classes, sensitive, missing);
  const order = orderOf(whole);
  const risk = { alpha: 0, distinctL: 0, entropyL: 0, beta: 0, delta: 0, tEqual: 0, tOrdered: 0, beyondLog: 0 };
  /** Classes of one value are many, and all those of a value are alike. */
  const ofOne = new Map<number, ClassRisk>();
  forEachClass(classes, sensitive, missing, (histogram, index) => {
    const [first = MISSING] = histogram.present;
    const known = histogram.present.length === 1 ? ofOne.get(first) : undefined;
    if (known) return use(known, index, histogram);
    measure(histogram, whole, order, risk);
    if (histogram.present.length === 1) ofOne.set(first, { ...risk });
    use(risk, index, histogram);
  });
}

function measure(histogram: Histogram, whole: Histogram, order: Order, into: { -readonly [K in keyof ClassRisk]: ClassRisk[K] }): void {
  const { present, counts, total } = histogram;
  let [entropy, apart, covered, alpha, beta, delta, beyondLog] = [0, 0, 0, 0, 0, 0, -Infinity];
  for (const code of present) {
    const q = (counts[code] ?? 0) / total;
    const p = (whole.counts[code] ?? 0) / whole.total;
    entropy -= q * Math.log(q);
    apart += Math.abs(q - p);
    covered += p;
    alpha = Math.max(alpha, q);
    const gain = (q - p) / p;
    beta = Math.max(beta, gain);
    if (gain > 0) beyondLog = Math.max(beyondLog, gain + Math.log(p));
    delta = Math.max(delta, Math.abs(Math.log(q / p)));
  }
  into.alpha = alpha;
  into.beta = beta;
  into.delta = delta;
  into.beyondLog = beyondLog;
  into.distinctL = present.length;
  into.entropyL = Math.exp(entropy);
  into.tEqual = (apart + Math.max(0, 1 - covered)) / 2;
  into.tOrdered = orderedDistance(histogram, order);
}

/**
 * The least c for which every class is recursively (c, l)-diverse, in the limit: r1 < c (rl + ... + rm) with r1 the count of its commonest value, and so
 * on; `Infinity` where a class has fewer than l values (Machanavajjhala et al. 2007). One for each l.
 */
export function recursiveCs(classes: Classes, sensitive: Sensitive, ls: readonly number[], missing: MissingRule = 'own-category'): readonly number[] {
  const leastCs = ls.map(() => 0);
  forEachClass(classes, sensitive, missing, histogram => raise(leastCs, ls, histogram));
  return leastCs;
}

function raise(leastCs: number[], ls: readonly number[], histogram: Histogram): void {
  // A class with fewer values than l settles it: nothing is beyond infinity.
  if (leastCs.every(least => least === Infinity)) return;
  const sizes = sizesOf(histogram);
  ls.forEach((l, i) => { leastCs[i] = Math.max(leastCs[i] ?? 0, leastCOf(sizes, l, histogram.total)); });
}

/** The same of one class. */
export const leastC = (histogram: Histogram, l: number): number => leastCOf(sizesOf(histogram), l, histogram.total);

/** How often values occur, the commonest first. */
const sizesOf = ({ present, counts }: Histogram): readonly number[] => present.map(code => counts[code] ?? 0).sort((a, b) => b - a);

function leastCOf(sizes: readonly number[], l: number, total: number): number {
  let rest = total;
  for (let i = 0; i < l - 1; i++) rest -= sizes[i] ?? 0;
  return rest === 0 ? Infinity : (sizes[0] ?? 0) / rest;
}

/** Whether every class keeps enhanced beta-likeness: no gain in confidence above min(beta, -ln p) (Cao and Karras 2012). */
export function keepsEnhancedBeta(classes: Classes, sensitive: Sensitive, beta: number, missing: MissingRule = 'own-category'): boolean {
  const whole = overall(classes, sensitive, missing);
  let keeps = true;
  forEachClass(classes, sensitive, missing, ({ present, counts, total }) => {
    for (const code of present) {
      const p = (whole.counts[code] ?? 0) / whole.total;
      if (((counts[code] ?? 0) / total - p) / p > Math.min(beta, -Math.log(p)) + ROUNDING) keeps = false;
    }
  });
  return keeps;
}

const ROUNDING = 1e-12;

/** The values of a table in order, without the missing ones: their cumulative shares, and the sums of those. */
interface Order {
  /** Place of each code, from 1 on; 0 for those that have none. */
  readonly places: Uint32Array;
  readonly shares: Float64Array;
  readonly sums: Float64Array;
}

function orderOf({ present, counts }: Histogram): Order {
  const codes = present.filter(code => code > 0);
  const total = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  const places = new Uint32Array(counts.length);
  const shares = new Float64Array(codes.length + 1);
  const sums = new Float64Array(codes.length + 1);
  codes.forEach((code, i) => {
    places[code] = i + 1;
    shares[i + 1] = (shares[i] ?? 0) + (counts[code] ?? 0) / total;
    sums[i + 1] = (sums[i] ?? 0) + (shares[i + 1] ?? 0);
  });
  return { places, shares, sums };
}

/**
 * Mean of the absolute differences of the cumulative shares over all m values but the last, where they are both 1: 1/(m - 1) times their sum. Between two
 * values of the class its share stands still and that of the table rises, so that a stretch takes one search and not a walk.
 */
function orderedDistance({ present, counts, total }: Histogram, { places, shares, sums }: Order): number {
  const m = shares.length - 1;
  const ordered = total - (present[0] === MISSING ? counts[MISSING] ?? 0 : 0);
  if (m < 2 || ordered === 0) return 0;
  let [distance, q, from] = [0, 0, 1];
  for (const code of present) {
    if (code === MISSING) continue;
    const place = places[code] ?? 0;
    distance += stretch(q / ordered, from, place, shares, sums);
    q += counts[code] ?? 0;
    from = place;
  }
  return (distance + stretch(q / ordered, from, m + 1, shares, sums)) / (m - 1);
}

/** Sum of |share - q| over the places from `from` up to, not with, `to`. */
function stretch(q: number, from: number, to: number, shares: Float64Array, sums: Float64Array): number {
  let low = from;
  for (let high = to; low < high;) {
    const middle = (low + high) >>> 1;
    if ((shares[middle] ?? 0) < q) low = middle + 1;
    else high = middle;
  }
  const below = q * (low - from) - ((sums[low - 1] ?? 0) - (sums[from - 1] ?? 0));
  const above = (sums[to - 1] ?? 0) - (sums[low - 1] ?? 0) - q * (to - low);
  return below + above;
}
