import type { Detector } from '../core/detector.ts';
import type { Log } from '../core/host.ts';
import type { Summarizer } from '../core/kernel.ts';
import type { Matches, Question } from '../core/matches.ts';
import { isRowQuery } from '../core/query.ts';
import type { ColumnSummary } from '../core/summary.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { mayMatch } from './mayMatch.ts';
import { goesOn } from './pass.ts';
import type { Control } from './pass.ts';
import { ask, Asked, type AskedOf } from './queries/asked.ts';
import { askTogether } from './queries/askTogether.ts';
import { standsAlone } from './queries/standsAlone.ts';
import { Tally } from './queries/tally.ts';
import { allDetectors } from './registry.ts';
import { keyOfNeed, needsOf, type HashCounter, type OtherTable } from './splits/otherTable.ts';

export interface ResolveContext {
  readonly readable: Readable;
  readonly index: ChunkIndex;
  readonly summarizer: Summarizer;
  /** What the first pass remembers of each column. */
  readonly summaries: readonly ColumnSummary[];
  readonly detectors: readonly Detector[];
  /** Other tables that queries may name. */
  readonly others?: ReadonlyMap<string, OtherTable>;
  /** The table itself, to look for what rows repeat. */
  readonly own?: OtherTable;
  readonly log?: Log | undefined;
}

const NOTHING: Matches = { count: 0, located: [] };

/**
 * Answers all questions in one pass over the table: every match is counted, the first ones are located. The pass ends early where only examples are asked
 * for. `undefined` when cancelled.
 */
export async function resolveQuestions(questions: readonly Question[], context: ResolveContext, control: Control): Promise<readonly Matches[] | undefined> {
  const open = questions.filter(question => isOpen(question, context));
  const others = open.length > 0 ? await indexesFor(open, context.others, control) : new Map<string, HashCounter>();
  if (!others || (open.length > 0 && !await goesOn(control))) return undefined;
  const found = await answerOpen(open, { ...context, others }, context, control);
  return found && questions.map(question => found.get(question) ?? NOTHING);
}

const isOpen = ({ query, column }: Question, { summaries: { [column]: summary } }: ResolveContext): boolean => isRowQuery(query) || summary === undefined || mayMatch(query, summary);

type Answered = ReadonlyMap<Question, Matches>;

/** Threads help with questions that stand alone, while this one sees to the others. */
async function answerOpen(questions: readonly Question[], of: AskedOf, context: ResolveContext, control: Control): Promise<Answered | undefined> {
  const isShared = context.readable.helpers !== undefined && context.detectors === allDetectors;
  const shared = questions.filter(({ query }) => isShared && standsAlone(query));
  const own = questions.filter(question => !shared.includes(question));
  const [together, alone] = await Promise.all([
    shared.length === 0 ? [] : askTogether(shared, of, context.index, own.length > 0, control).catch((cause: Error) => {
      context.log?.error('the threads that look for cells failed; one looks for them', cause);
      return askAlone(shared, of, context, control);
    }),
    askAlone(own, of, context, control),
  ]);
  return together && alone && new Map([...pairs(shared, together), ...pairs(own, alone)]);
}

const pairs = (questions: readonly Question[], answers: readonly Matches[]): Answered => new Map(questions.map((question, i) => [question, answers[i] ?? NOTHING]));

async function askAlone(questions: readonly Question[], of: AskedOf, { index }: ResolveContext, control: Control): Promise<readonly Matches[] | undefined> {
  const tallies = questions.map(question => new Tally(question));
  return questions.length === 0 || await ask(new Asked(questions, of), tallies, of.readable, index.lines, control) ? tallies : undefined;
}

/** Indexes of other tables that questions stand on, by the key of what a query needs. */
async function indexesFor(questions: readonly Question[], others: ResolveContext['others'], control: Control): Promise<ReadonlyMap<string, HashCounter> | undefined> {
  const indexes = new Map<string, HashCounter>();
  for (const need of questions.flatMap(({ query }) => needsOf(query))) {
    const other = others?.get(need.table);
    if (!other || indexes.has(keyOfNeed(need))) continue;
    const index = await other.index(need, control);
    if (!index) return undefined;
    indexes.set(keyOfNeed(need), index);
  }
  return indexes;
}
