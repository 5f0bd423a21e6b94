import { diff3Merge } from 'node-diff3';

/** A text that two sides changed, as one. */
export interface Merged {
  readonly text: string;
  /** Places both changed in different ways; each stands between the markers that Git uses. */
  readonly conflicts: number;
}

/** What the two sides are called at the markers. */
export interface Sides {
  readonly mine: string;
  readonly theirs: string;
}

/** Merges line by line what two sides made of `base`. A text whose lines all end in CR LF keeps that: it is no change. */
export function merge(mine: string, base: string, theirs: string, sides: Sides): Merged {
  const eol = isWindows(mine) ? '\r\n' : '\n';
  const regions: readonly Region[] = diff3Merge(linesOf(mine, eol), linesOf(base, '\n'), linesOf(theirs, '\n'));
  return {
    text: regions.flatMap(region => (region.conflict ? marked(region.conflict, sides) : region.ok ?? [])).join(eol),
    conflicts: regions.filter(region => region.conflict).length,
  };
}

/** Whether two texts differ in more than how their lines end. */
export const isSameText = (mine: string, other: string): boolean => mine === other || (isWindows(mine) && mine.replaceAll('\r\n', '\n') === other);

interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: { readonly a: readonly string[]; readonly b: readonly string[] };
}

const linesOf = (text: string, eol: string): string[] => text.split(eol);

const isWindows = (text: string): boolean => text.includes('\r\n') && !/(^|[^\r])\n/.test(text);

function marked({ a, b }: { readonly a: readonly string[]; readonly b: readonly string[] }, { mine, theirs }: Sides): readonly string[] {
  return [`<<<<<<< ${mine}`, ...a, '=======', ...b, `>>>>>>> ${theirs}`];
}
