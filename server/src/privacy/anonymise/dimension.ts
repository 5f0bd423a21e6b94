import type { Group } from './demand.ts';

/** A quasi-identifier as something that groups of combinations extend along. */
export interface Dimension {
  /** Share of the domain that a group extends over, in [0, 1]; 0 where it cannot be cut. It is what the group loses when it becomes one value. */
  width(group: Group): number;
  /** Ways to cut a group, the best first: for each code the number of its part. Parts are counted from 0. */
  cuts(group: Group): Iterable<Cut>;
  /** What stands in the place of the values of the group. */
  text(group: Group): string;
}

export interface Cut {
  readonly parts: number;
  partOf(code: number): number;
}

/** Stands for every value there is. */
export const ANY = '*';

export function codesIn(codes: Uint32Array, { members, from, to }: Group): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = from; i < to; i++) found.add(codes[members[i] ?? 0] ?? 0);
  return found;
}
