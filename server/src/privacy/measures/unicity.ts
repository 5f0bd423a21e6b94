import { seeded } from '../../util/mix.ts';
import { MISSING } from './classes.ts';

/** How many people a few points of their traces single out. */
export interface Unicity {
  /** People with enough points who were looked at. */
  readonly users: number;
  /** Those of them who are the only ones with all of the points that were drawn. */
  readonly alone: number;
}

/** People that are looked at where there are more. */
const MOST_USERS = 2000;

/**
 * Unicity of traces: for each of some people, `drawn` of the person's different points are drawn, and it is looked who else has all of them (de Montjoye et
 * al. 2013). By row, `points` says which point and `users` which person it is, 0 being none. People are taken and points are drawn by a seed.
 */
export function unicity(points: Uint32Array, users: Uint32Array, drawn: number, seed = 1): Unicity {
  const [ofUser, ofPoint] = listsOf(points, users);
  const random = seeded(seed);
  const candidates = [...ofUser].filter(([, traces]) => traces.size >= drawn);
  const chosen = sampleOf(candidates, MOST_USERS, random);
  let alone = 0;
  for (const [user, trace] of chosen) {
    const known = sampleOf([...trace], drawn, random).map(point => ofPoint.get(point) ?? new Set<number>()).sort((a, b) => a.size - b.size);
    const [fewest, ...others] = known;
    if (![...fewest ?? []].some(other => other !== user && others.every(set => set.has(other)))) alone++;
  }
  return { users: chosen.length, alone };
}

type Sets = ReadonlyMap<number, ReadonlySet<number>>;

/** The points of each person, and the people at each point. */
function listsOf(points: Uint32Array, users: Uint32Array): readonly [Sets, Sets] {
  const [ofUser, ofPoint] = [new Map<number, Set<number>>(), new Map<number, Set<number>>()];
  const add = (sets: Map<number, Set<number>>, key: number, member: number): void => {
    const set = sets.get(key);
    if (set) set.add(member);
    else sets.set(key, new Set([member]));
  };
  for (let row = 0; row < points.length; row++) {
    const [point, user] = [points[row] ?? MISSING, users[row] ?? MISSING];
    if (point === MISSING || user === MISSING) continue;
    add(ofUser, user, point);
    add(ofPoint, point, user);
  }
  return [ofUser, ofPoint];
}

/** Some of the items, each as likely as any other; all where there are no more. */
function sampleOf<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...items];
  if (left.length <= count) return left;
  for (let i = 0; i < count; i++) {
    const at = i + Math.floor(random() * (left.length - i));
    const [here, there] = [left[i], left[at]];
    if (here !== undefined && there !== undefined) [left[i], left[at]] = [there, here];
  }
  return left.slice(0, count);
}
