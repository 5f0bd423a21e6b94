import type { NumberSummary } from '../core/summary.ts';
import { nearest } from './exact.ts';
import type { ExportedBytes } from './exportedBytes.ts';

/** Binary places of the exact sum; that of the squares has twice as many. */
export const PLACES = 1088n;

interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The numbers of a column of which `integers` are whole by their class. */
export function readNumbers(from: ExportedBytes, integers: number, floats: number): NumberSummary {
  const count = integers + floats;
  const [min, max, negative, zero] = [from.f64(), from.f64(), from.u64(), from.u64()];
  const [sum, squares] = [from.integer(), from.integer()];
  const level = from.u32();
  const buckets = readBuckets(from, level, zero);
  const n = BigInt(count);
  // Integers below this size have buckets of their own, so that the bucket is the value.
  const whole = floats === 0 && Math.max(-min, max) < 2 ** (9 - level);
  const exact = whole || buckets.every((bucket) => bucket.from === bucket.to);
  return {
    count,
    min,
    max,
    negative,
    zero,
    mean: nearest(sum, n << PLACES),
    variance: count < 2 ? undefined : nearest(n * squares - sum * sum, (n * (n - 1n)) << (2n * PLACES)),
    quantile(p) {
      const bucket = bucketAt(buckets, Math.max(1, Math.ceil(p * count)));
      return bucket ? Math.min(max, Math.max(min, whole ? nearerToZero(bucket) : centre(bucket))) : max;
    },
    relativeError: exact ? 0 : errorAt(level),
    buckets,
  };
}

function readBuckets(from: ExportedBytes, level: number, zero: number): readonly Bucket[] {
  const below: Bucket[] = [];
  const above: Bucket[] = [];
  for (let left = from.u32(); left > 0; left--) {
    const bucket = from.i32();
    const count = from.u64();
    const [low, high] = [edge(Math.abs(bucket) - 1, level), edge(Math.abs(bucket), level)];
    if (bucket < 0) below.push({ from: -high, to: -low, count });
    else above.push({ from: low, to: high, count });
  }
  return [...below, ...(zero > 0 ? [{ from: 0, to: 0, count: zero }] : []), ...above];
}

const double = new DataView(new ArrayBuffer(8));

/** Where bucket `index` (from 0) of a level begins: the double with these upper bits, or the greatest one. */
function edge(index: number, level: number): number {
  double.setUint32(0, Math.min(index * 2 ** level, 0x7ff00) * 4096);
  return Math.min(double.getFloat64(0), Number.MAX_VALUE);
}

function bucketAt(buckets: readonly Bucket[], rank: number): Bucket | undefined {
  let left = rank;
  return buckets.find((bucket) => (left -= bucket.count) <= 0);
}

function nearerToZero({ from, to }: Bucket): number {
  return Math.abs(from) < Math.abs(to) ? from : to;
}

/** The harmonic mean of the edges has the same relative distance to both, which is the least there can be. */
function centre({ from, to }: Bucket): number {
  return from === to ? from : (2 * from) / (1 + from / to);
}

/** Relative distance of the harmonic mean from the edges of the widest bucket, the one that begins at a power of two. Subnormal numbers aside. */
function errorAt(level: number): number {
  const ratio = level <= 8 ? 1 + 2 ** (level - 8) : 2 ** 2 ** (level - 8);
  return ratio === Infinity ? 1 : (ratio - 1) / (ratio + 1);
}
