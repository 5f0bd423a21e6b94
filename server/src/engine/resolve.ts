import { cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { contentOf } from '../core/content.ts';
import type { Detector } from '../core/detector.ts';
import type { Rewriting } from '../core/form.ts';
import { CELLS_ONLY } from '../core/format.ts';
import type { CellLocator } from '../core/format.ts';
import type { CellFacts, Summarizer } from '../core/kernel.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { CellQuery, Query } from '../core/query.ts';
import { isRowQuery } from '../core/query.ts';
import { rewrite } from '../util/lexical/rewritings.ts';
import type { ColumnSummary } from '../core/summary.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { textOfCell } from './cellText.ts';
import { cellAt } from './chunkIndex.ts';
import { mayMatch } from './mayMatch.ts';
import { forEachChunk, goesOn } from './pass.ts';
import type { Control } from './pass.ts';
import type { CellPredicate } from './predicates.ts';
import { compileCells, spanOf } from './predicates.ts';
import type { RowPredicate } from './rowContext.ts';
import { compileRows } from './rowPredicates.ts';
import { keyOfNeed, membersOf, needsOf, type HashCounter, type Membership, type OtherTable } from './splits/otherTable.ts';

/** A query with the column it is about; row queries have none. */
export interface Question {
  readonly query: Query;
  readonly column: number;
  /** How many matches to locate; all are counted. */
  readonly keep: number;
  /** True where nobody asks for the count: no more matches are looked for once enough are located. */
  readonly examples?: boolean | undefined;
  /** How a fix writes the located cells anew. */
  readonly rewriting?: Rewriting | undefined;
  /** The rows the question is about; all of the table when left out. */
  readonly within?: Membership | undefined;
}

export interface Matches {
  readonly count: number;
  readonly located: readonly LocatedMatch[];
}

/** A match and where it stands in the text: inside the quotes of a quoted cell. */
export interface LocatedMatch {
  readonly place: Place;
  readonly range: TextRange;
  readonly quoted?: boolean;
  readonly becomes?: string;
}

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
}

/**
 * Answers all questions in one pass over the table: every match is counted, the first ones are located. The pass ends early where only examples are asked
 * for. `undefined` when cancelled.
 */
export async function resolveQuestions(questions: readonly Question[], context: ResolveContext, control: Control): Promise<readonly Matches[] | undefined> {
  const tallies = questions.map(question => new Tally(question));
  const open = questions.map(({ query, column }) => isOpen(query, context.summaries[column]));
  if (!open.includes(true)) return tallies;
  const others = await indexesFor(questions, context.others, control);
  if (!others) return undefined;
  const byColumn = groupByColumn(questions.map((question, i) => (open[i] ? question : undefined)), tallies, context, others);
  const rows = rowQuestions(questions, tallies, context, others);
  if (!await goesOn(control)) return undefined;
  const { kernel, format, source, reading } = context.readable;
  let line = context.index.firstLine;
  const done = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
    const locator = format.locator(chunk, line);
    const isMember = memberTests(chunk, questions, context.summarizer);
    for (const [column, asked] of byColumn) {
      const open = asked.filter(({ tally }) => !tally.done);
      if (open.length > 0) answerColumn(chunk, column, open, context.summarizer, locator, isMember);
    }
    for (const { predicate, tally, within, at } of rows) {
      predicate(chunk, record => {
        if (isMember(within, record)) tally.add(() => locateRow(chunk, record, at, locator));
      });
    }
    line = context.index.lineAfter(chunk, line, locator);
    return tallies.every((tally, i) => open[i] === false || tally.done) ? 'enough' : 'more';
  });
  return done ? tallies : undefined;
}

const isOpen = (query: Query, summary: ColumnSummary | undefined): boolean => isRowQuery(query) || summary === undefined || mayMatch(query, summary);

/** Indexes of other tables, by the key of what a query needs. */
type Indexes = ReadonlyMap<string, HashCounter>;

/** Indexes of other tables that questions stand on. */
async function indexesFor(questions: readonly Question[], others: ResolveContext['others'], control: Control): Promise<Indexes | undefined> {
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

type MemberTest = (within: Membership | undefined, record: number) => boolean;

function memberTests(chunk: Chunk, questions: readonly Question[], summarizer: Summarizer): MemberTest {
  const memberships = new Set(questions.flatMap(({ within }) => within ?? []));
  const tests = new Map([...memberships].map(within => [within, membersOf(chunk, summarizer, within)] as const));
  return (within, record) => within === undefined || tests.get(within)?.(record) === true;
}

/** Counts every match, keeps the first ones. */
class Tally implements Matches {
  count = 0;
  readonly located: LocatedMatch[] = [];
  readonly #keep: number;
  readonly #examples: boolean;

  constructor({ keep, examples = false }: Question) {
    this.#keep = keep;
    this.#examples = examples;
  }

  /** Whether further matches make no difference. */
  get done(): boolean {
    return this.#examples && this.located.length >= this.#keep;
  }

  add(locate: () => LocatedMatch): void {
    this.count++;
    if (this.located.length < this.#keep) this.located.push(locate());
  }
}

interface AskedCells {
  readonly query: CellQuery;
  readonly predicate: CellPredicate;
  readonly tally: Tally;
  readonly rewriting: Rewriting | undefined;
  readonly within: Membership | undefined;
}

function groupByColumn(
  questions: readonly (Question | undefined)[], tallies: readonly Tally[], context: ResolveContext, others: Indexes,
): ReadonlyMap<number, readonly AskedCells[]> {
  const cellContext = { kernel: context.readable.kernel, reading: context.readable.reading, detectors: context.detectors, others };
  const byColumn = new Map<number, AskedCells[]>();
  const compiled = new Map<CellQuery, CellPredicate>();
  zip(questions, tallies, (question, tally) => {
    if (!question || !isCellQuery(question.query)) return;
    const { column, rewriting, within } = question;
    const predicate = compiled.get(question.query) ?? once(compileCells(question.query, cellContext));
    compiled.set(question.query, predicate);
    byColumn.set(column, [...(byColumn.get(column) ?? []), { query: question.query, predicate, tally, rewriting, within }]);
  });
  return byColumn;
}

/** A predicate that a problem and its fix share looks at each cell once. */
function once(predicate: CellPredicate): CellPredicate {
  let [row, answer] = [-1, false];
  return (chunk, facts, r) => {
    if (chunk.firstRecord + r !== row) [row, answer] = [chunk.firstRecord + r, predicate(chunk, facts, r)];
    return answer;
  };
}

interface AskedRows {
  readonly predicate: RowPredicate;
  readonly tally: Tally;
  readonly within: Membership | undefined;
  /** Column whose cell shows the match; the whole row where left out. */
  readonly at: number | undefined;
}

function rowQuestions(questions: readonly Question[], tallies: readonly Tally[], { summarizer, summaries }: ResolveContext, others: Indexes): readonly AskedRows[] {
  const found: AskedRows[] = [];
  zip(questions, tallies, ({ query, within }, tally) => {
    if (isRowQuery(query)) found.push({ predicate: compileRows(query, { summarizer, columns: summaries.length, others }), tally, within, at: query.at });
  });
  return found;
}

function locateRow(chunk: Chunk, record: number, column: number | undefined, locator: CellLocator): LocatedMatch {
  const row = chunk.firstRecord + record;
  const place: Place = column === undefined ? { at: 'row', row } : { at: 'cell', row, column };
  const cell = column === undefined ? -1 : cellAt(chunk, record, column);
  return cell === -1
    ? { place, range: locator.record(record) }
    : { place, range: locator.cell(cell), quoted: contentOf(chunk, cell).quoted };
}

function answerColumn(chunk: Chunk, column: number, asked: readonly AskedCells[], summarizer: Summarizer, locator: CellLocator, isMember: MemberTest): void {
  const facts = summarizer.cells(chunk, column);
  for (let r = 0; r < chunk.records; r++) {
    for (const one of asked) {
      if (one.predicate(chunk, facts, r) && isMember(one.within, r)) one.tally.add(() => locateMatch(one, chunk, facts, r, column, locator));
    }
  }
}

/** The row where it has no such cell; the characters that are meant where a query is about less than the cell. */
function locateMatch({ query, rewriting }: AskedCells, chunk: Chunk, facts: CellFacts, r: number, column: number, locator: CellLocator): LocatedMatch {
  const row = chunk.firstRecord + r;
  const cell = cellAt(chunk, r, column);
  if (cell === -1) return { place: { at: 'row', row }, range: locator.record(r) };
  const quoted = ((facts.flags[r] ?? 0) & 1) === 1;
  // A cell that is written anew is located whole.
  const span = rewriting === undefined ? spanOf(query, chunk, facts, r) : undefined;
  if (span) {
    const [start, end] = [span[0] - cellStart(chunk, cell), span[1] - cellStart(chunk, cell)];
    return { place: { at: 'span', row, column, start, end }, range: locator.part(cell, start, end), quoted };
  }
  const becomes = rewriting && rewrite(textOfCell(chunk, facts, r), rewriting);
  return { place: { at: 'cell', row, column }, range: locator.cell(cell), quoted, ...(becomes !== undefined && { becomes }) };
}

const isCellQuery = (query: Query): query is CellQuery => !isRowQuery(query);

function zip<A, B>(left: readonly A[], right: readonly B[], visit: (a: A, b: B) => void): void {
  left.forEach((a, i) => {
    const b = right[i];
    if (b !== undefined) visit(a, b);
  });
}

