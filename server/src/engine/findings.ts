import type { Finding, FindingFix, Spot } from '../core/finding.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import { withMatches } from '../core/message.ts';
import type { Place, TextRange } from '../core/place.ts';
import { comparePlaces } from '../core/place.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Judged } from './judge.ts';
import type { Matches } from './resolve.ts';

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
}

/** Turns problems into findings. Problems whose query matched nothing are dropped. `locate` knows where places outside queries lie. */
export function toFindings(resolved: readonly Resolved[], uri: string, locate: (place: Place) => Pick<Spot, 'range' | 'quoted'> | undefined): readonly Finding[] {
  const spot = (place: Place): Spot => ({ uri, place, ...(locate(place) ?? { range: NO_RANGE }) });
  return resolved.filter(({ matches }) => matches === undefined || matches.count > 0).map(one => toFinding(one, uri, spot)).sort(compareFindings);
}

/** The order findings are shown in everywhere: by place, then severity, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return comparePlaces(a.primary.place, b.primary.place)
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function toFinding({ judged, matches, fixMatches }: Resolved, uri: string, spot: (place: Place) => Spot): Finding {
  const { rule, mode, problem, column } = judged;
  const primary = spot(problem.place);
  const spots = matches?.located.map(match => ({ uri, ...match })) ?? problem.places?.map(spot) ?? [primary];
  const count = matches?.count ?? problem.total ?? spots.length;
  const about = 'column' in problem.place ? problem.place.column : column;
  return {
    rule: rule.id,
    severity: mode.severity ?? problem.severity ?? rule.severity,
    message: withMatches(problem.message, count),
    primary: problem.place.at === 'file' && spots[0] && (matches ?? problem.places) ? spots[0] : primary,
    spots: spots.slice(0, Math.min(SPOT_LIMIT, problem.shown ?? SPOT_LIMIT)),
    count,
    facts: problem.facts ?? {},
    related: (problem.related ?? []).map(({ place, message }) => ({ spot: spot(place), message })),
    fix: toFix(judged, spots, matches, fixMatches, uri),
    column: about,
    mirror: problem.mirror,
  };
}

function toFix({ problem }: Judged, spots: readonly Spot[], matches: Matches | undefined, own: Matches | undefined, uri: string): FindingFix | undefined {
  const { fix } = problem;
  if (!fix) return undefined;
  const where = own ? own.located.map(match => ({ uri, ...match })) : spots;
  const total = own?.count ?? matches?.count ?? problem.total ?? spots.length;
  return { title: withMatches(fix.title, total), safety: fix.safety, change: fix.change, spots: where, complete: where.length === total };
}
