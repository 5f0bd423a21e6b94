/** Rows that break what all others keep to: a value of the first column comes with one value of the second. */
export interface Dependency {
  /** Positions of rows that have another value than nearly all rows of their group, ascending. */
  readonly broken: readonly number[];
  /** Rows that have both values and stand in a group that tells: one of three rows or more, with a value most of them share. */
  readonly covered: number;
}

/** Levels as codes from 0, -1 where a value is missing: one entry a row. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: number;
}

export interface DependencyLimits {
  /** Share of covered rows that may break it, from 0 to 1. */
  readonly most: number;
  /** Groups it must hold in. */
  readonly groups: number;
}

/**
 * The dependency of `explained` on `explaining`, where it holds but for a few rows that look like slips: rows that are nearly alone in their group
 * with what they say. `undefined` where it holds in every row, where groups have values of their own choice, and where it says little because nearly
 * all rows have the same value anyway.
 */
export function brokenDependency(explaining: Coded, explained: Coded, limits: DependencyLimits): Dependency | undefined {
  const rows = explaining.codes.length;
  if (rows > 2 * FIRST_LOOK && failsAt(explaining, explained, FIRST_LOOK, limits)) return undefined;
  const groups = groupsOf(explaining, explained, rows);
  const { covered, deviating, settled, labels } = extentOf(groups);
  const usual = 1 - mostFrequent(explained) / Math.max(1, rows);
  const limit = Math.min(limits.most, usual * LIFT);
  // Nearly all pairs of columns end here, before their rows are looked at one by one.
  if (deviating === 0 || deviating > covered * limit || covered * 2 < rows || settled < limits.groups || labels <= 1) return undefined;
  const broken = deviantsOf(explaining, explained, groups).filter(({ alone }) => alone).map(({ row }) => row);
  return broken.length > 0 && (deviating - broken.length) * 2 <= broken.length ? { broken, covered } : undefined;
}

/** Rows that are looked at before all others: most pairs of columns have nothing to do with each other. */
const FIRST_LOOK = 2000;
/** A group tells from so many rows on, where so much of it agrees. */
const FEWEST_ROWS = 3;
const AGREED = 0.75;
/** So much of its group may say what a slip says. */
const ALONE = 0.05;
/** How far below the error of always guessing the commonest value the share of broken rows must lie. */
const LIFT = 0.15;

interface Groups {
  readonly sizes: Int32Array;
  /** The value most rows of the group have, where most have one. */
  readonly leaders: Int32Array;
  readonly agreeing: Int32Array;
}

/** Majorities by the vote of Boyer and Moore, then counted. */
function groupsOf({ codes: a, levels }: Coded, { codes: b }: Coded, rows: number): Groups {
  const [leaders, votes, sizes, agreeing] = [new Int32Array(levels).fill(-1), new Int32Array(levels), new Int32Array(levels), new Int32Array(levels)];
  for (let i = 0; i < rows; i++) {
    const [group, label] = [a[i] ?? -1, b[i] ?? -1];
    if (group < 0 || label < 0) continue;
    if ((votes[group] ?? 0) === 0) leaders[group] = label;
    votes[group] = (votes[group] ?? 0) + (leaders[group] === label ? 1 : -1);
  }
  for (let i = 0; i < rows; i++) {
    const [group, label] = [a[i] ?? -1, b[i] ?? -1];
    if (group < 0 || label < 0) continue;
    sizes[group] = (sizes[group] ?? 0) + 1;
    if (leaders[group] === label) agreeing[group] = (agreeing[group] ?? 0) + 1;
  }
  return { sizes, leaders, agreeing };
}

const tells = ({ sizes, agreeing }: Groups, group: number): boolean =>
  (sizes[group] ?? 0) >= FEWEST_ROWS && (agreeing[group] ?? 0) >= (sizes[group] ?? 0) * AGREED;

/** Whether the first rows alone show that there is no such dependency: too many of them lie in groups that are at odds. */
function failsAt(explaining: Coded, explained: Coded, rows: number, { most }: DependencyLimits): boolean {
  return deviatingIn(groupsOf(explaining, explained, rows)) > rows * most * 2;
}

/** Rows of groups that could tell, with another value than their leader. */
const deviatingIn = ({ sizes, agreeing }: Groups): number => sizes.reduce((sum, size, i) => sum + (size >= FEWEST_ROWS ? size - (agreeing[i] ?? 0) : 0), 0);

interface Deviant {
  readonly row: number;
  readonly alone: boolean;
}

function deviantsOf({ codes: a }: Coded, { codes: b, levels }: Coded, groups: Groups): readonly Deviant[] {
  const found: { readonly row: number; readonly group: number; readonly pair: number }[] = [];
  const times = new Map<number, number>();
  a.forEach((group, row) => {
    const label = b[row] ?? -1;
    if (group < 0 || label < 0 || (groups.sizes[group] ?? 0) < FEWEST_ROWS || groups.leaders[group] === label) return;
    const pair = group * levels + label;
    times.set(pair, (times.get(pair) ?? 0) + 1);
    found.push({ row, group, pair });
  });
  return found.map(({ row, group, pair }) =>
    ({ row, alone: tells(groups, group) && (times.get(pair) ?? 0) <= Math.max(1, (groups.sizes[group] ?? 0) * ALONE) }));
}

function extentOf(groups: Groups): { readonly covered: number; readonly deviating: number; readonly settled: number; readonly labels: number } {
  const labels = new Set<number>();
  let [covered, settled] = [0, 0];
  for (let group = 0; group < groups.sizes.length; group++) {
    if (!tells(groups, group)) continue;
    covered += groups.sizes[group] ?? 0;
    settled++;
    labels.add(groups.leaders[group] ?? -1);
  }
  return { covered, deviating: deviatingIn(groups), settled, labels: labels.size };
}

function mostFrequent({ codes, levels }: Coded): number {
  const counts = new Int32Array(levels);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
