import type { NumberSummary } from '../core/summary.ts';

/** A number that was made up to say "missing": it ends the column on one side, far from all others. */
export interface Sentinel {
  readonly value: number;
  /** How many numbers of the column are it. */
  readonly count: number;
  /** About where the other numbers lie, and how many there are. */
  readonly rest: { readonly from: number; readonly to: number; readonly count: number };
}

/** Where a column must not be zero, as heights and pulses are not, a zero far from the rest is a sentinel too. `capped`: ends in nines by nature, as prices do. */
export interface SentinelHints {
  readonly neverZero: boolean;
  readonly capped: boolean;
}

/** Fewer other numbers say nothing about how far is far. */
const LEAST = 20;
/** Sentinels on one side: -999 for "not asked", -998 for "not answered". */
const MOST = 3;

/** The sentinels of a column, worst end first. Codes of few values (a rating from 1 to 5, labels -1 and 1) have none. */
export function sentinelsOf(numbers: NumberSummary, hints: SentinelHints): readonly Sentinel[] {
  const low = peel([...numbers.buckets], numbers.min, LOW, isFarBelow, hints.neverZero ? [0] : []);
  const left = numbers.buckets.slice(low.length);
  const high = hints.capped ? [] : peel([...left].reverse(), numbers.max, HIGH, isFarAbove, []);
  return [...low, ...high];
}

type Bucket = NumberSummary['buckets'][number];
/** `first`: how many numbers the lowest bucket holds. */
type Rest = Sentinel['rest'] & { readonly spread: number; readonly median: number; readonly first: number };
type IsFar = (value: number, count: number, rest: Rest) => boolean;

const LOW: ReadonlySet<number> = new Set([-1, -9, -88, -98, -99, -777, -888, -997, -998, -999, -7777, -8888, -9998, -9999, -99999, -999999, -9999999, -99999999]);
const HIGH: ReadonlySet<number> = new Set([99, 998, 999, 9998, 9999, 99999, 999999, 9999999, 99999999, 999999999]);

/**
 * Takes sentinels off the first end of the buckets: as many as stand there side by side and are all far from what lies behind them. Only the extreme
 * itself is known exactly; behind it a bucket must hold the candidate.
 */
function peel(buckets: readonly Bucket[], extreme: number, usual: ReadonlySet<number>, isFar: IsFar, further: readonly number[]): readonly Sentinel[] {
  const candidates = [...usual, ...further];
  const values = buckets.slice(0, MOST).map(({ from, to }, i) => candidates.find(one => (i === 0 ? one === extreme : from <= one && one <= to)));
  const end = values.indexOf(undefined);
  for (let many = end === -1 ? values.length : end; many > 0; many--) {
    const rest = restOf(buckets.slice(many));
    const found = buckets.slice(0, many).map(({ count }, i) => ({ value: values[i] ?? extreme, count }));
    if (rest && found.every(({ value, count }) => isFar(value, count, rest))) {
      return found.map(one => ({ ...one, rest: { from: rest.from, to: rest.to, count: rest.count } }));
    }
  }
  return [];
}

function restOf(unordered: readonly Bucket[]): Rest | undefined {
  const buckets = [...unordered].sort((a, b) => a.from - b.from);
  const [first, last] = [buckets[0], buckets.at(-1)];
  const count = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  if (!first || !last || count < LEAST) return undefined;
  const at = (share: number): number => nearerToZero(bucketAt(buckets, share * count) ?? last);
  const [from, to] = [nearerToZero(first), nearerToZero(last)];
  return { from, to, count, first: first.count, median: at(0.5), spread: Math.max(at(0.99) - at(0.01), (to - from) / 2) };
}

function isFarBelow(value: number, count: number, rest: Rest): boolean {
  const gap = rest.from - value;
  if (rest.spread === 0) return false;
  // Counts that go down to one or two go down to zero as well.
  if (value === 0) return rest.from > 0 && gap >= rest.median / 10 && count < rest.count && (rest.from > 2 || gap >= rest.spread);
  const alone = rest.from >= 0 && count >= 2;
  // A column that begins a little below zero has fewer numbers there than at zero.
  if (value >= -9) return alone && rest.to >= 10 && count > rest.first;
  return alone || gap >= (count >= 2 ? 1 : 3) * rest.spread;
}

function isFarAbove(value: number, count: number, rest: Rest): boolean {
  return rest.spread > 0 && value - rest.to >= (count >= 2 ? 1 : 3) * rest.spread;
}

function bucketAt(buckets: readonly Bucket[], rank: number): Bucket | undefined {
  let left = Math.max(1, Math.ceil(rank));
  return buckets.find(bucket => (left -= bucket.count) <= 0);
}

const nearerToZero = ({ from, to }: Bucket): number => (Math.abs(from) < Math.abs(to) ? from : to);
