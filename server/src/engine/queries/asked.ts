import { cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { contentOf } from '../../core/content.ts';
import type { Detector } from '../../core/detector.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { CellLocator, Resume } from '../../core/format.ts';
import type { CellFacts, Summarizer } from '../../core/kernel.ts';
import type { LocatedMatch, Membership, Question } from '../../core/matches.ts';
import type { Place } from '../../core/place.ts';
import type { CellQuery, Query } from '../../core/query.ts';
import { isRowQuery } from '../../core/query.ts';
import type { Lines } from '../../core/scanner.ts';
import { rewrite } from '../../util/lexical/rewritings.ts';
import { textOfCell } from '../cellText.ts';
import { cellAt } from '../chunkIndex.ts';
import type { Readable } from '../chunkIndex.ts';
import { forEachChunk, type Control, type Visited } from '../pass.ts';
import type { CellPredicate } from '../predicates.ts';
import { compileCells, spanOf } from '../predicates.ts';
import type { RowPredicate } from '../rowContext.ts';
import { compileRows } from '../rowPredicates.ts';
import { membersOf, type HashCounter } from '../splits/otherTable.ts';
import type { Tally } from './tally.ts';

/** What questions about a table are answered with. */
export interface AskedOf {
  readonly readable: Readable;
  readonly summarizer: Summarizer;
  readonly detectors: readonly Detector[];
  /** Indexes of other tables, by the key of what a query needs. */
  readonly others: ReadonlyMap<string, HashCounter>;
}

/** Questions made ready to be asked of chunk after chunk; `undefined` stands for one that need not be asked. Some queries remember: chunks come in the order of the file. */
export class Asked {
  readonly #summarizer: Summarizer;
  readonly #cells: ReadonlyMap<number, readonly AskedCells[]>;
  readonly #rows: readonly AskedRows[];
  readonly #memberships: ReadonlySet<Membership>;

  constructor(questions: readonly (Question | undefined)[], of: AskedOf) {
    this.#summarizer = of.summarizer;
    this.#cells = cellQuestions(questions, of);
    this.#rows = rowQuestions(questions, of);
    this.#memberships = new Set(questions.flatMap(question => question?.within ?? []));
  }

  /** Adds what a chunk holds to the tallies of the questions, which stand in the same order; those that are done are not asked. */
  add(chunk: Chunk, locator: CellLocator, tallies: readonly Tally[]): void {
    const isMember = memberTests(chunk, this.#memberships, this.#summarizer);
    for (const [column, asked] of this.#cells) {
      const open = asked.flatMap(one => withTally(one, tallies));
      if (open.length > 0) answerColumn(chunk, column, open, this.#summarizer, locator, isMember);
    }
    for (const { predicate, tally, within, at } of this.#rows.flatMap(one => withTally(one, tallies))) {
      predicate(chunk, record => {
        if (isMember(within, record)) tally.add(() => locateRow(chunk, record, at, locator));
      });
    }
  }
}

type Open<T> = T & { readonly tally: Tally };

function withTally<T extends { readonly index: number }>(one: T, tallies: readonly Tally[]): readonly Open<T>[] {
  const tally = tallies[one.index];
  return tally === undefined || tally.done ? [] : [{ ...one, tally }];
}

type MemberTest = (within: Membership | undefined, record: number) => boolean;

function memberTests(chunk: Chunk, memberships: ReadonlySet<Membership>, summarizer: Summarizer): MemberTest {
  const tests = new Map([...memberships].map(within => [within, membersOf(chunk, summarizer, within)] as const));
  return (within, record) => within === undefined || tests.get(within)?.(record) === true;
}

interface AskedCells {
  /** Of the question. */
  readonly index: number;
  readonly query: CellQuery;
  readonly predicate: CellPredicate;
  readonly rewriting: Question['rewriting'];
  readonly within: Membership | undefined;
}

function cellQuestions(questions: readonly (Question | undefined)[], { readable, detectors, others }: AskedOf): ReadonlyMap<number, readonly AskedCells[]> {
  const context = { kernel: readable.kernel, reading: readable.reading, detectors, others };
  const byColumn = new Map<number, AskedCells[]>();
  for (const [index, question] of questions.entries()) {
    if (!question || !isCellQuery(question.query)) continue;
    const { query, column, rewriting, within } = question;
    const asked = byColumn.get(column) ?? [];
    const predicate = asked.find(one => one.query === query)?.predicate ?? once(compileCells(query, context));
    byColumn.set(column, [...asked, { index, query, predicate, rewriting, within }]);
  }
  return byColumn;
}

const isCellQuery = (query: Query): query is CellQuery => !isRowQuery(query);

/** A predicate that a problem and its fix share looks at each cell of their column once. */
function once(predicate: CellPredicate): CellPredicate {
  let [row, answer] = [-1, false];
  return (chunk, facts, r) => {
    if (chunk.firstRecord + r !== row) [row, answer] = [chunk.firstRecord + r, predicate(chunk, facts, r)];
    return answer;
  };
}

interface AskedRows {
  readonly index: number;
  readonly predicate: RowPredicate;
  readonly within: Membership | undefined;
  /** Column whose cell shows the match; the whole row where left out. */
  readonly at: number | undefined;
}

function rowQuestions(questions: readonly (Question | undefined)[], { readable, summarizer, others }: AskedOf): readonly AskedRows[] {
  const context = { summarizer, columns: readable.reading.header.length, others };
  return questions.flatMap((question, index) => (
    question && isRowQuery(question.query) ? [{ index, predicate: compileRows(question.query, context), within: question.within, at: question.query.at }] : []));
}

function locateRow(chunk: Chunk, record: number, column: number | undefined, locator: CellLocator): LocatedMatch {
  const row = chunk.firstRecord + record;
  const place: Place = column === undefined ? { at: 'row', row } : { at: 'cell', row, column };
  const cell = column === undefined ? -1 : cellAt(chunk, record, column);
  return cell === -1
    ? { place, range: locator.record(record) }
    : { place, range: locator.cell(cell), quoted: contentOf(chunk, cell).quoted };
}

function answerColumn(chunk: Chunk, column: number, asked: readonly Open<AskedCells>[], summarizer: Summarizer, locator: CellLocator, isMember: MemberTest): void {
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

/** Shows all records, or those of a stretch, to questions until their tallies are done. False when cancelled. */
export function ask(asked: Asked, tallies: readonly Tally[], { kernel, format, source, reading }: Readable, { line: first, plain }: Lines, control: Control, from?: Resume): Promise<boolean> {
  let line = first;
  return forEachChunk(format.reader(kernel, source, reading, from, CELLS_ONLY), control, (chunk): Visited => {
    const locator = format.locator(chunk, line);
    asked.add(chunk, locator, tallies);
    line = plain ? line + chunk.lineBreaks : locator.nextLine;
    return tallies.every(({ done }) => done) ? 'enough' : 'more';
  });
}
