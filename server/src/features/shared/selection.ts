import type { Finding, Spot } from '../../core/finding.ts';
import { SEVERITIES } from '../../core/problem.ts';

/** One squiggle: a finding at one of its places. */
export interface Mark {
  /** Index of the finding in its set. */
  readonly index: number;
  readonly finding: Finding;
  readonly spot: Spot;
}

/** Diagnostics of one document that editors show; VS Code drops what is beyond. */
export const MARK_LIMIT = 1000;

/**
 * Which squiggles are shown where there are more than `limit`: every finding at its primary place, worst first; what room is left goes in
 * turns to the cells of all findings, worst first, so that no single finding takes it all.
 */
export function selectMarks(findings: readonly Finding[], limit = MARK_LIMIT): readonly Mark[] {
  const queues = findings.map((finding, index) => marksOf(finding, index)).sort((a, b) => rank(a) - rank(b));
  const marks: Mark[] = [];
  for (let turn = 0; marks.length < limit; turn += 1) {
    const before = marks.length;
    for (const queue of queues) {
      const mark = queue[turn];
      if (mark && marks.length < limit) marks.push(mark);
    }
    if (marks.length === before) break;
  }
  return marks;
}

/** The primary place, then all others in the same document. */
function marksOf(finding: Finding, index: number): readonly Mark[] {
  const { primary, spots } = finding;
  const others = spots.filter(spot => spot.uri === primary.uri && !sameStart(spot, primary));
  return [primary, ...others].map(spot => ({ index, finding, spot }));
}

const rank = (queue: readonly Mark[]): number => SEVERITIES.indexOf(queue[0]?.finding.severity ?? 'hint');

function sameStart(a: Spot, b: Spot): boolean {
  return a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}
