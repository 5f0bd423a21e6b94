import { forEachRow } from '../measures/classes.ts';
import type { Sensitive } from '../measures/groups.ts';
import type { Closeness, Combinations, Demand, Diversity, Group } from './demand.ts';

/** Whether a group of combinations may stand as one class of the result. */
export type Holds = (group: Group) => boolean;

/** `left` says which combinations are left out, so that shares are those of the rows that stay. */
export function holdsFor(combinations: Combinations, demand: Demand, left: (combination: number) => boolean = () => false): Holds {
  const counter = { combinations, sizes: demand.unit ? undefined : combinations.weights };
  const diverse = demand.diversity.map(one => diversityTest(one, combinations));
  const close = demand.closeness.map(one => closenessTest(one, combinations, left));
  return group => (counter.sizes ? sizeOf(group, counter.sizes) : personsOf(group, combinations, demand.unit)) >= demand.k
    && diverse.every(test => test(group)) && close.every(test => test(group));
}

export function sizeOf({ members, from, to }: Group, weights: Uint32Array): number {
  let size = 0;
  for (let i = from; i < to; i++) size += weights[members[i] ?? 0] ?? 0;
  return size;
}

function personsOf(group: Group, combinations: Combinations, unit: Uint32Array | undefined): number {
  const seen = new Set<number>();
  forEachOf(group, combinations, row => seen.add(unit?.[row] ?? row));
  return seen.size;
}

function forEachOf({ members, from, to }: Group, { classes }: Combinations, use: (row: number) => void): void {
  for (let i = from; i < to; i++) forEachRow(classes, members[i] ?? 0, use);
}

/** Counts of the values a group has; a missing one counts as a value. */
function countsOf(group: Group, { codes }: Sensitive, combinations: Combinations): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  forEachOf(group, combinations, row => {
    const code = codes[row] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  });
  return counts;
}

/** Sums of fractions end a little beside the number they stand for. */
const ROUNDING = 1e-9;

/** Machanavajjhala et al. (2007), with recursive diversity as it is defined there: r1 < c (rl + ... + rm). */
function diversityTest({ sensitive, kind, l, c }: Diversity, combinations: Combinations): Holds {
  return group => {
    const counts = [...countsOf(group, sensitive, combinations).values()].sort((a, b) => b - a);
    if (kind === 'distinct') return counts.length >= l;
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (kind === 'entropy') return Math.exp(counts.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0)) >= l - ROUNDING;
    return (counts[0] ?? 0) < c * counts.slice(l - 1).reduce((sum, count) => sum + count, 0);
  };
}

/** Li et al. (2007): how far the values of a class are from those of the table. Missing ones have no place in an order and are left out of it. */
function closenessTest({ sensitive, distance, t }: Closeness, combinations: Combinations, left: (combination: number) => boolean): Holds {
  const whole = new Float64Array(sensitive.values + 1);
  for (let index = 0; index < combinations.count; index++) {
    if (!left(index)) forEachRow(combinations.classes, index, row => { const code = sensitive.codes[row] ?? 0; whole[code] = (whole[code] ?? 0) + 1; });
  }
  if (distance === 'ordered') whole[0] = 0;
  const total = whole.reduce((sum, count) => sum + count, 0);
  const shares = whole.map(count => count / total);
  const measure = distance === 'equal' ? equalDistance : orderedDistance;
  return group => measure(countsOf(group, sensitive, combinations), shares) <= t + ROUNDING;
}

function equalDistance(counts: ReadonlyMap<number, number>, shares: Float64Array): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let more = 0;
  for (const [code, count] of counts) more += Math.max(0, count / total - (shares[code] ?? 0));
  return more;
}

function orderedDistance(counts: ReadonlyMap<number, number>, shares: Float64Array): number {
  const total = [...counts].reduce((sum, [code, count]) => sum + (code === 0 ? 0 : count), 0);
  let [distance, behind, values] = [0, 0, 0];
  if (total === 0) return 0;
  for (let code = 1; code < shares.length; code++) {
    const share = shares[code] ?? 0;
    if (share === 0) continue;
    values++;
    behind += (counts.get(code) ?? 0) / total - share;
    distance += Math.abs(behind);
  }
  return values < 2 ? 0 : distance / (values - 1);
}
