import type { Chunk } from '../core/chunk.ts';
import type { Detector } from '../core/detector.ts';
import type { Rewriting } from '../core/form.ts';
import type { CellLocator } from '../core/format.ts';
import type { Summarizer } from '../core/kernel.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { CellQuery, Query } from '../core/query.ts';
import { isRowQuery } from '../core/query.ts';
import { rewrite } from '../util/lexical/rewritings.ts';
import type { ChunkIndex, Readable } from './chunkIndex.ts';
import { cellAt } from './chunkIndex.ts';
import { forEachChunk } from './pass.ts';
import type { Control } from './pass.ts';
import type { CellPredicate } from './predicates.ts';
import { compileCells, textOfCell } from './predicates.ts';
import type { RowPredicate } from './rowPredicates.ts';
import { compileRows } from './rowPredicates.ts';

/** A query with the column it is about; row queries have none. */
export interface Question {
  readonly query: Query;
  readonly column: number;
  /** How many matches to locate; all are counted. */
  readonly keep: number;
  /** How a fix writes the located cells anew. */
  readonly rewriting?: Rewriting | undefined;
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
  readonly predicate: CellPredicate;
  readonly tally: Tally;
  readonly rewriting: Rewriting | undefined;
}

function groupByColumn(questions: readonly Question[], tallies: readonly Tally[], context: ResolveContext): ReadonlyMap<number, readonly AskedCells[]> {
  const cellContext = { kernel: context.readable.kernel, reading: context.readable.reading, detectors: context.detectors };
  const byColumn = new Map<number, AskedCells[]>();
  zip(questions, tallies, ({ query, column, rewriting }, tally) => {
    if (!isCellQuery(query)) return;
    byColumn.set(column, [...(byColumn.get(column) ?? []), { predicate: compileCells(query, cellContext), tally, rewriting }]);
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
    for (const { predicate, tally, rewriting } of asked) {
      if (!predicate(chunk, facts, r)) continue;
      const quoted = ((facts.flags[r] ?? 0) & 1) === 1;
      tally.add(() => {
        const becomes = rewriting && rewrite(textOfCell(chunk, facts, r), rewriting);
        return {
          place: { at: 'cell', row: chunk.firstRecord + r, column }, range: locator.cell(cellAt(chunk, r, column)), quoted, ...(becomes !== undefined && { becomes }),
        };
      });
    }
  }
}

const isCellQuery = (query: Query): query is CellQuery => !isRowQuery(query);

function zip<A, B>(left: readonly A[], right: readonly B[], visit: (a: A, b: B) => void): void {
  left.forEach((a, i) => {
    const b = right[i];
    if (b !== undefined) visit(a, b);
  });
}

