import type { Chunk } from '../core/chunk.ts';
import type { CellFacts, Summarizer } from '../core/kernel.ts';
import { CELL_CLASSES } from '../core/kernel.ts';
import type { RowQuery } from '../core/query.ts';
import { RowHashBag } from './rowIndex.ts';
import { keyOfNeed, type HashCounter } from './splits/otherTable.ts';

/** Scores one row from the numbers of its columns (NaN where there is none); higher is stranger. */
export type RowModel = (numbers: Float64Array) => number;

/** What predicates over rows may use besides the chunk. */
export interface RowContext {
  readonly summarizer: Summarizer;
  readonly columns: number;
  /** Indexes of other tables, by the key of what a query needs. */
  readonly others: ReadonlyMap<string, HashCounter>;
  readonly models: ReadonlyMap<string, RowModel>;
}

/** Rows of a chunk, in order, that answer a query. */
export type RowPredicate = (chunk: Chunk, answer: (record: number) => void) => void;

/** Turns a query over rows into a predicate for one pass; chunks must be shown in file order. */
export function compileRows(query: RowQuery, context: RowContext): RowPredicate {
  switch (query.is) {
    case 'duplicate': return compileDuplicate(query.columns, context);
    case 'compare': return compileCompare(query, context);
    case 'in-other': {
      const other = context.others.get(keyOfNeed({ of: 'rows', table: query.table, columns: query.from }));
      return (chunk, answer) => {
        const hashes = context.summarizer.hashRows(chunk, query.columns);
        for (let r = 0; r < chunk.records; r++) if (other && other.count(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0) > 0) answer(r);
      };
    }
    case 'score': return compileScore(query, context);
  }
}

function compileDuplicate(columns: readonly number[] | undefined, { summarizer, columns: width }: RowContext): RowPredicate {
  const over = columns ?? Array.from({ length: width }, (_, i) => i);
  const seen = new RowHashBag();
  return (chunk, answer) => {
    const hashes = summarizer.hashRows(chunk, over);
    for (let r = 0; r < chunk.records; r++) if (seen.addOne(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0) > 0) answer(r);
  };
}

const DATES: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('date'), CELL_CLASSES.indexOf('datetime')]);

function compileCompare(query: Extract<RowQuery, { readonly is: 'compare' }>, { summarizer }: RowContext): RowPredicate {
  return (chunk, answer) => {
    const left = keep(summarizer.cells(chunk, query.left));
    const right = keep(summarizer.cells(chunk, query.right));
    for (let r = 0; r < chunk.records; r++) {
      const order = compareCells(chunk, left, right, r);
      if (order !== undefined && holds(order, query.op)) answer(r);
    }
  };
}

/** The kernel writes the facts of the next column over these. */
const keep = (facts: CellFacts): CellFacts => ({
  classes: facts.classes.slice(), starts: facts.starts.slice(), ends: facts.ends.slice(), flags: facts.flags.slice(), hashes: facts.hashes.slice(),
  numbers: facts.numbers.slice(),
});

/** Sign of left minus right; `undefined` where the two cannot be compared. ISO dates compare as bytes once `/` counts as `-`. */
function compareCells(chunk: Chunk, left: CellFacts, right: CellFacts, r: number): number | undefined {
  const difference = (left.numbers[r] ?? NaN) - (right.numbers[r] ?? NaN);
  if (!Number.isNaN(difference)) return Math.sign(difference);
  if (!DATES.has(left.classes[r] ?? -1) || !DATES.has(right.classes[r] ?? -1)) return undefined;
  const [a, b] = [dateBytes(chunk, left, r), dateBytes(chunk, right, r)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const dateBytes = (chunk: Chunk, facts: CellFacts, r: number): string =>
  String.fromCharCode(...chunk.bytes.subarray(facts.starts[r], (facts.starts[r] ?? 0) + 10)).replaceAll('/', '-');

function holds(order: number, op: '<' | '<=' | '>' | '>=' | '=' | '!='): boolean {
  switch (op) {
    case '<': return order < 0;
    case '<=': return order <= 0;
    case '>': return order > 0;
    case '>=': return order >= 0;
    case '=': return order === 0;
    case '!=': return order !== 0;
  }
}

function compileScore(query: Extract<RowQuery, { readonly is: 'score' }>, { summarizer, models, columns }: RowContext): RowPredicate {
  const model = models.get(query.model);
  return (chunk, answer) => {
    if (!model) return;
    const numbers = Array.from({ length: columns }, (_, column) => summarizer.cells(chunk, column).numbers.slice());
    for (let r = 0; r < chunk.records; r++) {
      if (model(Float64Array.from(numbers, column => column[r] ?? NaN)) > query.over) answer(r);
    }
  };
}
