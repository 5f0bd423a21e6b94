import type { SummarySpec } from '../../server/src/core/kernel.ts';
import type { ColumnSummary, DistinctSummary, NumberSummary, TableSummary } from '../../server/src/core/summary.ts';
import type { ColumnState } from './column.ts';
import { nearest, PLACES } from './exact.ts';
import type { TableState } from './exported.ts';

export function readTable(spec: SummarySpec, table: TableState): TableSummary {
  return { records: table.records, columns: table.columns.map((column) => readColumn(spec, column)) };
}

function readColumn(spec: SummarySpec, column: ColumnState): ColumnSummary {
  const missing = column.missing.reduce((a, b) => a + b, 0);
  const present = Object.values(column.classes).reduce((a, b) => a + b, 0);
  return {
    cells: missing + present,
    missing,
    missingBySpelling: [...column.missing],
    classes: { ...column.classes },
    quoted: column.quoted,
    withAt: column.withAt,
    nonAscii: column.nonAscii,
    length: { min: present === 0 ? 0 : column.lengthMin, max: column.lengthMax, mean: present === 0 ? 0 : column.lengthSum / present },
    numbers: column.classes.integer + column.classes.float === 0 ? undefined : readNumbers(column),
    distinct: readDistinct(spec, column),
    values: [...column.values].map(([hash, value]) => ({ hash, count: value.count, firstRecord: value.first, class: value.class })),
  };
}

/**
 * The number of zeros among the registers and of each rank give the estimate of O. Ertl, "New cardinality estimation algorithms for HyperLogLog
 * sketches" (2017), section 4, which needs no table of biases and turns into linear counting for small sets by itself.
 */
function readDistinct(spec: SummarySpec, column: ColumnState): DistinctSummary {
  if (column.complete) return { count: column.values.size, exact: true, relativeError: 0 };
  const m = column.registers.length;
  const rest = 64 - spec.size.registerBits;
  const share = (rank: number): number => column.registers.filter((value) => value === rank).length / m;
  let z = m * tau(1 - share(rest + 1));
  for (let rank = rest; rank >= 1; rank--) z = 0.5 * (z + m * share(rank));
  z += m * sigma(share(0));
  return { count: Math.round((m * m) / (2 * Math.LN2 * z)), exact: false, relativeError: 1.04 / Math.sqrt(m) };
}

function sigma(x: number): number {
  if (x === 1) return Infinity;
  let [z, y, power, before] = [x, 1, x, -1];
  while (z !== before) {
    power *= power;
    before = z;
    z += power * y;
    y += y;
  }
  return z;
}

function tau(x: number): number {
  if (x === 0 || x === 1) return 0;
  let [z, y, root, before] = [1 - x, 1, x, -1];
  while (z !== before) {
    root = Math.sqrt(root);
    before = z;
    y *= 0.5;
    z -= (1 - root) ** 2 * y;
  }
  return z / 3;
}

function readNumbers(column: ColumnState): NumberSummary {
  const count = column.classes.integer + column.classes.float;
  const n = BigInt(count);
  const places = BigInt(PLACES);
  const spread = n * column.squares - column.sum ** 2n;
  const exact = column.classes.float === 0 && Math.max(-column.min, column.max) < 2 ** (9 - column.level);
  const buckets = bucketsOf(column);
  return {
    count,
    min: column.min,
    max: column.max,
    negative: column.negative,
    zero: column.zero,
    mean: nearest(column.sum, n << places),
    variance: count < 2 ? undefined : nearest(spread, (n * (n - 1n)) << (2n * places)),
    quantile(p) {
      let rank = Math.max(1, Math.ceil(p * count));
      for (const bucket of buckets) {
        rank -= bucket.count;
        if (rank <= 0) return Math.min(column.max, Math.max(column.min, exact ? nearZero(bucket) : centre(bucket)));
      }
      return column.max;
    },
    relativeError: exact || buckets.every((bucket) => bucket.from === bucket.to) ? 0 : errorAt(column.level),
    buckets,
  };
}

interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function bucketsOf(column: ColumnState): Bucket[] {
  const zero = column.zero === 0 ? [] : [{ from: 0, to: 0, count: column.zero }];
  const others = [...column.buckets].map(([bucket, count]) => {
    const low = edge(Math.abs(bucket) - 1, column.level);
    const high = edge(Math.abs(bucket), column.level);
    return bucket > 0 ? { from: low, to: high, count } : { from: -high, to: -low, count };
  });
  return [...zero, ...others].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Where a bucket begins; the largest double stands for what lies beyond it. */
function edge(index: number, level: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, Math.min(index * 2 ** level, 0x7ff00) * 4096);
  return Math.min(view.getFloat64(0), Number.MAX_VALUE);
}

/** Where integers are at most one a bucket, it is the edge nearer to zero. */
function nearZero({ from, to }: Bucket): number {
  return Math.abs(from) < Math.abs(to) ? from : to;
}

/** The value with the same relative distance to both edges: their harmonic mean. */
function centre({ from, to }: Bucket): number {
  return from === to ? from : (2 * from) / (1 + from / to);
}

/** A bucket that begins at a power of two is the widest: 2^(level - 8) of where it begins; from level 8 on it spans whole octaves. */
function errorAt(level: number): number {
  const ratio = level <= 8 ? 1 + 2 ** (level - 8) : 2 ** 2 ** (level - 8);
  return ratio === Infinity ? 1 : (ratio - 1) / (ratio + 1);
}
