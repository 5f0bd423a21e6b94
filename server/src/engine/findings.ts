import type { Finding, FindingFix, Spot } from '../core/finding.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import { withMatches } from '../core/message.ts';
import type { Matches } from '../core/matches.ts';
import type { Place, TextRange } from '../core/place.ts';
import { comparePlaces } from '../core/place.ts';
import { type Fix, SEVERITIES } from '../core/problem.ts';
import { changesData } from './fixes.ts';
import type { Judged } from './judge.ts';
import type { Counterpart } from './splits/counterparts.ts';

/** Edits one fix may make in an open document; beyond that it is previewed and applied to the file. */
export const FIX_LIMIT = 5000;

export const NO_RANGE: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What the passes found out about one problem. */
export interface Resolved {
  readonly judged: Judged;
  /** Matches of the problem's own query; `undefined` where it has none. */
  readonly matches: Matches | undefined;
  /** Matches of the fix's query where it has one of its own. */
  readonly fixMatches: Matches | undefined;
  /** Where the first matches stand in another table. */
  readonly counterparts?: readonly Counterpart[];
}

/** A range, and its document where that is another one. */
export type Located = Pick<Spot, 'range' | 'quoted'> & Partial<Pick<Spot, 'uri'>>;

/** Turns problems into findings. Problems whose query matched nothing, or not as often as they demand, are dropped. `locate` knows where places outside queries lie. */
export function toFindings(resolved: readonly Resolved[], uri: string, locate: (place: Place) => Located | undefined): readonly Finding[] {
  const spot = (place: Place): Spot => ({ uri, place, ...(locate(place) ?? { range: NO_RANGE }) });
  return resolved.filter(holds).map(one => toFinding(one, uri, spot)).sort(compareFindings);
}

function holds({ matches, judged: { problem: { between: [least, most] = [1, Infinity] } } }: Resolved): boolean {
  return matches === undefined || (matches.count >= least && matches.count <= most);
}

/** The order findings are shown in everywhere: by place, then severity, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return comparePlaces(a.primary.place, b.primary.place)
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function toFinding({ judged, matches, fixMatches, counterparts = [] }: Resolved, uri: string, spot: (place: Place) => Spot): Finding {
  const { rule, mode, problem, column } = judged;
  const primary = spot(problem.place);
  const spots = matches?.located.map(match => ({ uri, ...match })) ?? problem.places?.map(spot) ?? [primary];
  const count = problem.examples === undefined ? matches?.count ?? problem.total ?? spots.length : 1;
  const about = 'column' in problem.place ? problem.place.column : column;
  return {
    rule: rule.id,
    severity: mode.severity ?? problem.severity ?? rule.severity,
    message: withMatches(problem.message, count),
    primary: problem.place.at === 'file' && spots[0] && (matches ?? problem.places) ? spots[0] : primary,
    spots: spots.slice(0, Math.min(SPOT_LIMIT, problem.shown ?? SPOT_LIMIT)),
    count,
    facts: problem.facts?.plain ?? {}, ...(problem.facts && Object.keys(problem.facts.data).length > 0 && { data: problem.facts.data }),
    related: [...(problem.related ?? []).map(({ place, elsewhere, message }) => ({ spot: elsewhere ? { place: { at: 'file' as const }, ...elsewhere } : spot(place), message })), ...counterparts],
    fix: toFix(problem.fix, judged, spots, matches, fixMatches, uri),
    ...(problem.alternatives && { alternatives: problem.alternatives.flatMap(one => toFix(one, judged, spots, matches, undefined, uri) ?? []) }),
    column: about,
    mirror: problem.mirror,
    ...(judged.unit.describedIn !== undefined && { describedIn: judged.unit.describedIn }),
    ...(problem.remedy && { remedy: problem.remedy }),
  };
}

function toFix(
  fix: Fix | undefined, { problem }: Judged, spots: readonly Spot[], matches: Matches | undefined, own: Matches | undefined, uri: string,
): FindingFix | undefined {
  if (!fix) return undefined;
  const where = own ? own.located.map(match => ({ uri, ...match })) : spots;
  const total = own?.count ?? matches?.count ?? problem.total ?? spots.length;
  // A change of a description or a configuration is one edit, whatever number of cells it is about.
  const complete = !changesData(fix.change) || where.length === total && total < (problem.examples ?? Infinity);
  return { title: withMatches(fix.title, total), safety: fix.safety, change: fix.change, spots: where, complete };
}
