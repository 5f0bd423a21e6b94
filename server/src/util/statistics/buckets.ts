/** A run of values and how many there are in it. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts of two histograms over the same runs of values, ascending. `positions`: the middle of each run. */
export interface AlignedCounts {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly positions: readonly number[];
}

/**
 * Two histograms of ascending buckets over the finest runs whose borders cut no bucket of either, so that no count has to be shared out. Distances of the
 * result are never greater than those of the values themselves.
 */
export function alignBuckets(left: readonly Bucket[], right: readonly Bucket[]): AlignedCounts {
  const all = [...left.map(bucket => ({ ...bucket, side: 0 })), ...right.map(bucket => ({ ...bucket, side: 1 }))]
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const runs: Run[] = [];
  for (const { from, to, count, side } of all) {
    const last = runs.at(-1);
    const inside = last && (from < last.to || (from === last.from && to === last.to));
    const run: Run = inside ? last : { from, to, left: 0, right: 0 };
    if (!inside) runs.push(run);
    run.to = Math.max(run.to, to);
    if (side === 0) run.left += count;
    else run.right += count;
  }
  return { left: runs.map(run => run.left), right: runs.map(run => run.right), positions: runs.map(({ from, to }) => from + (to - from) / 2) };
}

interface Run {
  readonly from: number;
  to: number;
  left: number;
  right: number;
}
