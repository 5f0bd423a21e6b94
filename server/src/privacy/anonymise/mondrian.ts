import type { Combinations, Group } from './demand.ts';
import type { Cut, Dimension } from './dimension.ts';
import type { Holds } from './test.ts';

/**
 * Strict multidimensional partitioning, top-down and greedy (LeFevre, DeWitt and Ramakrishnan, Mondrian Multidimensional K-Anonymity, 2006): a group is cut along the
 * dimension it extends over most, as long as every part may stand as a class. Of dimensions that are equally wide the first one is cut. Groups of the result in
 * the order they were cut.
 */
export function mondrian({ count, codes }: Combinations, dimensions: readonly Dimension[], holds: Holds): readonly Group[] {
  const members = Uint32Array.from({ length: count }, (_, i) => i);
  const waiting: Group[] = [{ members, from: 0, to: count }];
  const done: Group[] = [];
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    const parts = partsOf(group, dimensions, codes, holds);
    if (parts) waiting.push(...[...parts].reverse());
    else done.push(group);
  }
  return done;
}

function partsOf(group: Group, dimensions: readonly Dimension[], codes: readonly Uint32Array[], holds: Holds): readonly Group[] | undefined {
  const widths = dimensions.map((dimension, i) => ({ dimension, codes: codes[i] ?? new Uint32Array(), width: dimension.width(group) }));
  for (const { dimension, codes: ofColumn } of widths.filter(({ width }) => width > 0).sort((a, b) => b.width - a.width)) {
    for (const cut of dimension.cuts(group)) {
      const parts = arranged(group, cut, ofColumn);
      if (parts.length > 1 && parts.every(holds)) return parts;
    }
  }
  return undefined;
}

/** Brings the members of each part side by side, in the order they were. */
function arranged({ members, from, to }: Group, { parts, partOf }: Cut, codes: Uint32Array): readonly Group[] {
  const sizes = new Uint32Array(parts + 1);
  const own = members.slice(from, to);
  const numbers = own.map(member => partOf(codes[member] ?? 0));
  for (const part of numbers) sizes[part + 1] = (sizes[part + 1] ?? 0) + 1;
  for (let part = 0; part < parts; part++) sizes[part + 1] = (sizes[part + 1] ?? 0) + (sizes[part] ?? 0);
  const next = sizes.slice();
  own.forEach((member, i) => {
    const part = numbers[i] ?? 0;
    members[from + (next[part] ?? 0)] = member;
    next[part] = (next[part] ?? 0) + 1;
  });
  return Array.from({ length: parts }, (_, part) => ({ members, from: from + (sizes[part] ?? 0), to: from + (sizes[part + 1] ?? 0) })).filter(one => one.to > one.from);
}
