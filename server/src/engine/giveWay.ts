import { SEVERITIES } from '../core/problem.ts';
import type { Place } from '../core/place.ts';
import type { Judged } from './judge.ts';
import type { Resolved } from './findings.ts';

/**
 * One cell, one offence: where a rule that is particular names a cell, rules that give way are silent about it, unless what they say weighs more. A row
 * that is wrong as a whole explains whatever is odd in its cells.
 */
export function giveWay(resolved: readonly Resolved[]): readonly Resolved[] {
  if (!resolved.some(one => one.judged.rule.givesWay && placesOf(one).length > 0)) return resolved;
  const firm = resolved.filter(({ judged }) => judged.rule.givesWay === undefined);
  const taken = {
    structure: new Taken(firm.filter(({ judged }) => judged.rule.scope === 'document')),
    particular: new Taken(firm),
    any: new Taken(resolved.filter(({ judged }) => judged.rule.givesWay !== 'any')),
  };
  return resolved.flatMap(one => {
    const { givesWay } = one.judged.rule;
    return givesWay ? left(one, taken[givesWay]) : [one];
  });
}

/** What is named of a cell or a row, in bytes of the cell, and how much that weighs. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Rows, cells and parts of cells that problems name. */
class Taken {
  readonly #parts = new Map<string, Part[]>();

  constructor(resolved: readonly Resolved[]) {
    for (const one of resolved) {
      // Cells that only show what a column is like as a whole are no offences of their own.
      const { examples, shown } = one.judged.problem;
      if (examples !== undefined || shown !== undefined) continue;
      const weight = weightOf(one.judged);
      for (const place of placesOf(one)) this.#take(place, weight);
    }
  }

  /** Whether the place, something that overlaps it, or its row as a whole is named by something that weighs as much. */
  has(place: Place, weight: number): boolean {
    const row = 'row' in place ? `${place.row}` : undefined;
    const { start, end } = boundsOf(place);
    return [keyOf(place), row].some(key =>
      key !== undefined && this.#parts.get(key)?.some(part => part.weight <= weight && part.start < end && start < part.end));
  }

  #take(place: Place, weight: number): void {
    const key = keyOf(place);
    if (key === undefined) return;
    const part = { ...boundsOf(place), weight };
    const parts = this.#parts.get(key);
    if (parts) parts.push(part);
    else this.#parts.set(key, [part]);
  }
}

/** A cell as a whole overlaps with every part of it. */
const boundsOf = (place: Place): Omit<Part, 'weight'> => (place.at === 'span' ? { start: place.start, end: Math.max(place.end, place.start + 1) } : { start: 0, end: Infinity });

/** Cells and rows that a problem names, in a list or by the one place it is about. */
function placesOf({ judged: { problem: { place, places } }, matches }: Resolved): readonly Place[] {
  return matches ? matches.located.map(match => match.place) : places ?? [place];
}

/** 0 for errors. */
const weightOf = ({ mode, problem, rule }: Judged): number => SEVERITIES.indexOf(mode.severity ?? problem.severity ?? rule.severity);

function keyOf(place: Place): string | undefined {
  if (place.at === 'row') return `${place.row}`;
  return place.at === 'cell' || place.at === 'span' ? `${place.row}:${place.column}` : undefined;
}

/** What is left of a problem; nothing where all its cells are taken. */
function left(one: Resolved, taken: Taken): readonly Resolved[] {
  const { judged, matches } = one;
  const { problem } = judged;
  const weight = weightOf(judged);
  if (matches) {
    const located = matches.located.filter(({ place }) => !taken.has(place, weight));
    const count = matches.count - (matches.located.length - located.length);
    return count > 0 || matches.count === 0 ? [{ ...one, matches: { count, located } }] : [];
  }
  if (!problem.places) return taken.has(problem.place, weight) ? [] : [one];
  const places = problem.places.filter(place => !taken.has(place, weight));
  const total = (problem.total ?? problem.places.length) - (problem.places.length - places.length);
  return total > 0 ? [{ ...one, judged: { ...judged, problem: { ...problem, places, total } } }] : [];
}
