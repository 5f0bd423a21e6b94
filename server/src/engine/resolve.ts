import type { Rewrite } from '../core/characters.ts';
import { cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import type { Detector } from '../core/detector.ts';
import type { CellLocator } from '../core/format.ts';
import type { CellFacts, Summarizer } from '../core/kernel.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { CellQuery, Query } from '../core/query.ts';
import { isRowQuery } from '../core/query.ts';
import { rewrite } from '../util/rewrite.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { cellAt } from './chunkIndex.ts';
import { forEachChunk } from './pass.ts';
import type { Control } from './pass.ts';
import type { CellPredicate } from './predicates.ts';
import { compileCells, spanOf, textOfCell } from './predicates.ts';
import type { RowPredicate } from './rowPredicates.ts';
import { compileRows } from './rowPredicates.ts';

/** A query with the column it is about; row queries have none. */
export interface Question {
  readonly query: Query;
  readonly column: number;
  /** How many matches to locate; all are counted. */
  readonly keep: number;
  /** How a fix writes the cells anew; then they are located whole. */
  readonly rewrite?: Rewrite | undefined;
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
  readonly rewritten?: string;
}

export interface ResolveContext {
  readonly readable: Readable;
  readonly index: ChunkIndex;
  readonly summarizer: Summarizer;
  readonly columns: number;
  readonly detectors: readonly Detector[];
}

/**
 * Answers all questions in one pass over the table: every match is counted, the first ones are located. `undefined` when cancelled.
 */
export async function resolveQuestions(questions: readonly Question[], context: ResolveContext, control: Control): Promise<readonly Matches[] | undefined> {
  const tallies = questions.map(question => new Tally(question.keep));
  if (questions.length === 0) return [];
  const byColumn = groupByColumn(questions, tallies, context);
  const rows = rowQuestions(questions, tallies, context);
  const { kernel, format, source, reading } = context.readable;
  let line = context.index.firstLine;
  const done = await forEachChunk(format.reader(kernel, source, reading), control, chunk => {
    const locator = format.locator(chunk, line);
    for (const [column, asked] of byColumn) answerColumn(chunk, column, asked, context.summarizer, locator);
    for (const { predicate, tally } of rows) {
      predicate(chunk, record => tally.add(() => ({ place: { at: 'row', row: chunk.firstRecord + record }, range: locator.record(record) })));
    }
    line = locator.nextLine;
  });
  return done ? tallies : undefined;
}

/** Counts every match, keeps the first ones. */
class Tally implements Matches {
  count = 0;
  readonly located: LocatedMatch[] = [];
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(locate: () => LocatedMatch): void {
    this.count++;
    if (this.located.length < this.#keep) this.located.push(locate());
  }
}

interface AskedCells {
  readonly query: CellQuery;
  readonly rewrite: Rewrite | undefined;
  readonly predicate: CellPredicate;
  readonly tally: Tally;
}

function groupByColumn(questions: readonly Question[], tallies: readonly Tally[], context: ResolveContext): ReadonlyMap<number, readonly AskedCells[]> {
  const cellContext = { kernel: context.readable.kernel, reading: context.readable.reading, detectors: context.detectors };
  const byColumn = new Map<number, AskedCells[]>();
  zip(questions, tallies, ({ query, column, rewrite }, tally) => {
    if (!isCellQuery(query)) return;
    byColumn.set(column, [...(byColumn.get(column) ?? []), { query, rewrite, predicate: compileCells(query, cellContext), tally }]);
  });
  return byColumn;
}

function rowQuestions(questions: readonly Question[], tallies: readonly Tally[], { summarizer, columns }: ResolveContext): readonly { readonly predicate: RowPredicate; readonly tally: Tally }[] {
  const rowContext = { summarizer, columns, others: new Map(), models: new Map() };
  const found: { predicate: RowPredicate; tally: Tally }[] = [];
  zip(questions, tallies, ({ query }, tally) => {
    if (isRowQuery(query)) found.push({ predicate: compileRows(query, rowContext), tally });
  });
  return found;
}

function answerColumn(chunk: Chunk, column: number, asked: readonly AskedCells[], summarizer: Summarizer, locator: CellLocator): void {
  const facts = summarizer.cells(chunk, column);
  for (let r = 0; r < chunk.records; r++) {
    for (const one of asked) {
      if (one.predicate(chunk, facts, r)) one.tally.add(() => locateMatch(one, chunk, facts, r, column, locator));
    }
  }
}

function locateMatch({ query, rewrite: as }: AskedCells, chunk: Chunk, facts: CellFacts, r: number, column: number, locator: CellLocator): LocatedMatch {
  const row = chunk.firstRecord + r;
  const quoted = ((facts.flags[r] ?? 0) & 1) === 1;
  const cell = cellAt(chunk, r, column);
  const span = as === undefined ? spanOf(query, chunk, facts, r) : undefined;
  if (span) {
    const start = cellStart(chunk, cell);
    return { place: { at: 'span', row, column, start: span[0] - start, end: span[1] - start }, range: locator.bytes(...span), quoted };
  }
  const rewritten = as === undefined ? {} : { rewritten: rewrite(as, textOfCell(chunk, facts, r)) };
  return { place: { at: 'cell', row, column }, range: locator.cell(cell), quoted, ...rewritten };
}

const isCellQuery = (query: Query): query is CellQuery => !isRowQuery(query);

function zip<A, B>(left: readonly A[], right: readonly B[], visit: (a: A, b: B) => void): void {
  left.forEach((a, i) => {
    const b = right[i];
    if (b !== undefined) visit(a, b);
  });
}

