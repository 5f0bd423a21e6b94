import type { Detector } from '../core/detector.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import type { Rewriting } from '../core/form.ts';
import type { Log } from '../core/host.ts';
import type { Matches, Question } from '../core/matches.ts';
import type { Fix } from '../core/problem.ts';
import type { TableView, Unit } from '../core/rule.ts';
import type { Answers } from './answers.ts';
import type { Readable } from './chunkIndex.ts';
import { FIX_LIMIT } from './findings.ts';
import type { Resolved } from './findings.ts';
import { columnOf } from './judge.ts';
import type { ActiveRule, Judge, Judged } from './judge.ts';
import type { Control } from './pass.ts';
import { allDetectors } from './registry.ts';
import type { ResolveContext } from './resolve.ts';
import type { Scan } from './scan.ts';
import { counterpartsOf } from './splits/counterparts.ts';
import { OtherTable } from './splits/otherTable.ts';
import type { Relations } from './splits/relations.ts';

/** What judging is told besides the table. */
export interface RoundRequest extends Control {
  readonly uri: string;
  readonly detectors?: readonly Detector[];
  readonly log?: Log;
  /** See `CheckRequest`. */
  readonly fixLimit?: number;
}

/** A table that is being judged. */
export interface Judging {
  readonly readable: Readable;
  readonly scan: Scan;
  readonly table: TableView;
  readonly request: RoundRequest;
  readonly relations: Relations;
  readonly answers: Answers;
}

/** Two rounds: rules that need no further count, then those that asked for one. `undefined` when cancelled. */
export async function judgeTable(judge: Judge, active: readonly ActiveRule[], units: readonly Unit[], judging: Judging): Promise<readonly Resolved[] | undefined> {
  const asked = judge.questions(active.filter(({ rule }) => rule.asks), units);
  const first = await judge.problemsInTurns(active.filter(({ rule }) => !rule.asks), units, judging.request);
  if (!first) return undefined;
  const asks = asked.map(({ unit, query }): Question => ({ query, column: columnOf(unit), keep: SPOT_LIMIT, within: judging.relations.membershipOf(unit) }));
  const round = await resolveProblems(first, judging, asks);
  if (!round) return undefined;
  const second = asked.flatMap(({ active: one, unit }, i) => judge.check(one, unit, { matches: round.answers[i]?.count ?? 0 }));
  const last = await resolveProblems(second, judging, []);
  return last && [...round.resolved, ...last.resolved];
}

interface Round {
  readonly resolved: readonly Resolved[];
  readonly answers: readonly Matches[];
}

/** One pass for the queries of problems, of their fixes, and for what rules asked. */
async function resolveProblems(problems: readonly Judged[], judging: Judging, asks: readonly Question[]): Promise<Round | undefined> {
  const { request, relations } = judging;
  const { fixLimit = FIX_LIMIT } = request;
  const [context, questions]: [ResolveContext, Question[]] = [contextOf(judging), [...asks]];
  const slots = problems.map(judged => {
    const { cells, fix, place, examples } = judged.problem;
    const column = 'column' in place ? place.column : judged.column;
    const rewriting = rewritingOf(fix);
    const shared = { column, rewriting, within: relations.membershipOf(judged.unit) };
    // Characters are shown alone, and their cells written anew as a whole.
    const apart = rewriting !== undefined && (cells?.is === 'characters' || cells?.is === 'personal');
    const fixed = fix?.cells ?? (apart ? cells : undefined);
    // Examples will do for being told; whoever mends a file says how much, and mends all of it.
    const few = request.fixLimit === undefined ? examples : undefined;
    return {
      judged, column,
      own: cells && questions.push({ ...shared, ...(apart && { rewriting: undefined }), query: cells, keep: examples ?? (fix ? fixLimit : SPOT_LIMIT), examples: examples !== undefined }) - 1,
      fix: fixed && questions.push({ ...shared, query: fixed, keep: Math.min(few ?? Infinity, fixLimit), examples: few !== undefined }) - 1,
    };
  });
  const matches = await judging.answers.resolve(questions, context, request);
  if (!matches) return undefined;
  const at = (slot: number | undefined): Matches | undefined => (slot === undefined ? undefined : matches[slot]);
  const resolved: Resolved[] = [];
  for (const { judged, column, own, fix } of slots) {
    const counterparts = await counterpartsOf(judged.problem.cells, column, at(own), context);
    resolved.push({ judged, matches: at(own), fixMatches: at(fix), counterparts });
  }
  return { resolved, answers: matches.slice(0, asks.length) };
}

const rewritingOf = (fix: Fix | undefined): Rewriting | undefined => (fix?.change.do === 'rewrite' ? fix.change.how : undefined);

/** What cells are looked for with. */
export const contextOf = ({ readable, scan, table, request, relations }: Judging): ResolveContext => ({
  readable, index: scan.index, summarizer: scan.summarizer, summaries: scan.summary.columns, detectors: request.detectors ?? allDetectors,
  others: relations.others, log: request.log,
  own: new OtherTable(table, [{ uri: request.uri, readable, firstLine: scan.index.firstLine, headers: scan.headers, indexes: new Map(), texts: new Map(), hasText: true }]),
});
