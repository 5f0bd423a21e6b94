import { mostSimilar } from './similar.ts';

/** How the names that are expected and the names that are there belong together, as indexes into the two lists. */
export interface Alignment {
  readonly pairs: readonly (readonly [expected: number, actual: number])[];
  readonly missing: readonly number[];
  readonly extra: readonly number[];
  /** Expected names that are there under another name: a slip of the pen, or whatever stands in their place. */
  readonly renamed: readonly (readonly [expected: number, actual: number])[];
}

/** Whether what stands under another name may be what is expected, by what it holds; undefined where that tells nothing. */
export type Fits = (expected: number, actual: number) => boolean | undefined;

/**
 * Pairs equal names, repeated ones in their order; what is left over is paired by similarity, then where what it holds speaks for one column alone and, in
 * lists of equal length, by place if nothing speaks against it.
 */
export function alignNames(expected: readonly string[], actual: readonly string[], fits: Fits = () => undefined): Alignment {
  const places = new Map<string, number[]>();
  actual.forEach((name, i) => places.set(name, [...(places.get(name) ?? []), i]));
  const pairs: (readonly [number, number])[] = [];
  const missing: number[] = [];
  expected.forEach((name, i) => {
    const place = places.get(name)?.shift();
    if (place === undefined) missing.push(i);
    else pairs.push([i, place]);
  });
  const extra = new Set([...places.values()].flat().sort((a, b) => a - b));
  const renamed = missing.flatMap((place): readonly (readonly [number, number])[] => {
    const other = otherName(expected, actual, place, extra, fits);
    if (other === undefined) return [];
    extra.delete(other);
    return [[place, other]];
  });
  const named = new Set(renamed.map(([place]) => place));
  return { pairs, missing: missing.filter(place => !named.has(place)), extra: [...extra], renamed };
}

/** Names compared for similarity; a table with more strangers than this has another problem. */
const MOST_STRANGERS = 200;

function otherName(expected: readonly string[], actual: readonly string[], place: number, extra: ReadonlySet<number>, fits: Fits): number | undefined {
  if (extra.size > MOST_STRANGERS) return undefined;
  const similar = mostSimilar(expected[place] ?? '', [...extra].map(i => actual[i] ?? ''));
  const alike = [...extra].find(i => actual[i] === similar);
  if (alike !== undefined) return alike;
  if (expected.length === actual.length && extra.has(place) && fits(place, place) !== false) return place;
  const fitting = [...extra].filter(i => fits(place, i) === true);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The fewest positions of a list that have to move for the rest to ascend. */
export function outOfOrder(places: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const before: number[] = [];
  places.forEach((place, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) kept.add(i);
  return places.map((_, i) => i).filter(i => !kept.has(i));
}
