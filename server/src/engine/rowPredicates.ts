import type { Chunk } from '../core/chunk.ts';
import type { CellFacts } from '../core/kernel.ts';
import { CELL_CLASSES } from '../core/kernel.ts';
import type { RowQuery } from '../core/query.ts';
import { scoreRow } from '../util/statistics/forest.ts';
import { compileConflict } from './conflicts.ts';
import { compileDigest } from './digestPredicate.ts';
import { emptyRowHash } from './emptyRow.ts';
import { compileUnmet } from './formulaPredicate.ts';
import { compileNearDuplicate, compileNearOther } from './nearDuplicates.ts';
import { RowHashBag } from './rowIndex.ts';
import type { RowContext, RowPredicate } from './rowContext.ts';
import { keyOfNeed, type HashCounter } from './splits/otherTable.ts';

/** Turns a query over rows into a predicate for one pass; chunks must be shown in file order. */
export function compileRows(query: RowQuery, context: RowContext): RowPredicate {
  switch (query.is) {
    case 'duplicate': return query.whole && query.columns
      ? withAllOf(query.columns, context, compileDuplicate(query.columns, context))
      : compileDuplicate(query.columns, context);
    case 'compare': return compileCompare(query, context);
    case 'in-other': return compileOther(query, context, isThere);
    case 'not-in-other': return withAllOf(query.columns, context, compileOther(query, context, isNowhere));
    case 'same': return compileSame(query, context);
    case 'digest': return compileDigest(query, context);
    case 'sum': return compileSum(query, context);
    case 'unmet': return compileUnmet(query, context);
    case 'conflict': return compileConflict(query, context);
    case 'near-duplicate': return compileNearDuplicate(query, context);
    case 'near-other': return compileNearOther(query, context);
    case 'score': return compileScore(query, context);
  }
}

function compileDuplicate(columns: readonly number[] | undefined, { summarizer, columns: width }: RowContext): RowPredicate {
  const over = columns ?? Array.from({ length: width }, (_, i) => i);
  const seen = new RowHashBag();
  const [emptyLow, emptyHigh] = emptyRowHash(over, width, summarizer);
  return (chunk, answer) => {
    const hashes = summarizer.hashRows(chunk, over);
    for (let r = 0; r < chunk.records; r++) {
      const [low, high] = [hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0];
      if ((low !== emptyLow || high !== emptyHigh) && seen.addOne(low, high) > 0) answer(r);
    }
  };
}

type OtherQuery = Extract<RowQuery, { readonly is: 'in-other' | 'not-in-other' }>;

type InOther = (other: HashCounter, low: number, high: number) => boolean;

const isThere: InOther = (other, low, high) => other.count(low, high) > 0;
const isNowhere: InOther = (other, low, high) => other.tracks(low, high) && other.count(low, high) === 0;

function compileOther(query: OtherQuery, { summarizer, others, columns: width }: RowContext, holds: InOther): RowPredicate {
  const { table, columns, from } = query;
  const other = others.get(keyOfNeed({ of: 'rows', table, columns: from }));
  const [emptyLow, emptyHigh] = emptyRowHash(columns, width, summarizer);
  return (chunk, answer) => {
    const hashes = summarizer.hashRows(chunk, columns);
    for (let r = 0; r < chunk.records; r++) {
      const [low, high] = [hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0];
      if (other && (low !== emptyLow || high !== emptyHigh) && holds(other, low, high)) answer(r);
    }
  };
}

/** Rows of a predicate that lack none of the columns. */
function withAllOf(columns: readonly number[], { summarizer }: RowContext, predicate: RowPredicate): RowPredicate {
  return (chunk, answer) => {
    const found: number[] = [];
    predicate(chunk, record => found.push(record));
    if (found.length === 0) return;
    const gaps = columns.map(column => summarizer.cells(chunk, column).classes.map(isGap));
    for (const record of found) if (gaps.every(lacks => lacks[record] === 0)) answer(record);
  };
}

const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');
const isGap = (kind: number): 0 | 1 => (kind === MISSING || kind === ABSENT ? 1 : 0);

function compileSame({ left, right }: Extract<RowQuery, { readonly is: 'same' }>, { summarizer }: RowContext): RowPredicate {
  return (chunk, answer) => {
    const one = summarizer.cells(chunk, left);
    const [hashes, gaps] = [one.hashes.slice(), one.classes.map(isGap)];
    const other = summarizer.cells(chunk, right).hashes;
    for (let r = 0; r < chunk.records; r++) {
      if (gaps[r] === 0 && hashes[2 * r] === other[2 * r] && hashes[2 * r + 1] === other[2 * r + 1]) answer(r);
    }
  };
}

function compileSum({ parts, total, within }: Extract<RowQuery, { readonly is: 'sum' }>, { summarizer }: RowContext): RowPredicate {
  return (chunk, answer) => {
    const difference = summarizer.cells(chunk, total).numbers.map(number => -number);
    for (const part of parts) summarizer.cells(chunk, part).numbers.forEach((number, r) => { difference[r] = (difference[r] ?? NaN) + number; });
    difference.forEach((far, r) => {
      if (Math.abs(far) > within) answer(r);
    });
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

function compileScore({ forest, over }: Extract<RowQuery, { readonly is: 'score' }>, { summarizer }: RowContext): RowPredicate {
  const row = new Float64Array(forest.columns.length);
  return (chunk, answer) => {
    const numbers = forest.columns.map(column => summarizer.cells(chunk, column).numbers.slice());
    for (let r = 0; r < chunk.records; r++) {
      numbers.forEach((column, i) => { row[i] = column[r] ?? NaN; });
      if (scoreRow(forest, row) > over) answer(r);
    }
  };
}
