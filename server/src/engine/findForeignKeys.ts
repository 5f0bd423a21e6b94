import { present, type Column } from '../core/column.ts';
import type { ForeignKeyDescription } from '../core/description.ts';
import { isRefusal } from '../core/host.ts';
import type { NodePath } from '../core/place.ts';
import { MISSING, NO_ROW } from '../privacy/measures/classes.ts';
import { codeTables, type CodedPart } from './codeColumns.ts';
import type { Snapshot } from './dataCheck.ts';
import { type Control, goesOn } from './pass.ts';
import { withReadable, type RowSurroundings } from './readRows.ts';
import { scanTable } from './scan.ts';

/** A table that has a key of one column, by the name of its resource. */
export interface KeyedTable {
  readonly snapshot: Snapshot;
  readonly name: string;
  /** The name of the column. */
  readonly key: string;
}

/** Fewer rows say nothing. */
const FEWEST_ROWS = 20;
/** More are not read: their codes would take too much memory. */
const MOST_ROWS = 1_000_000;
/** Keys of one table that are tried. */
const MOST_TRIED = 20;

/**
 * Columns of a table that are called after the key of another one and whose every value is found there: all rows of both were read. Where they stand
 * among the keys of the resource is told by `node`.
 */
export async function findForeignKeys(
  snapshot: Snapshot, others: readonly KeyedTable[], node: NodePath, surroundings: RowSurroundings, control: Control,
): Promise<readonly ForeignKeyDescription[]> {
  const { table } = snapshot.checked;
  if (!table || table.records < FEWEST_ROWS || table.records > MOST_ROWS) return [];
  const tried = table.columns.flatMap(column => candidates(column, others)).slice(0, MOST_TRIED);
  const found: ForeignKeyDescription[] = [];
  for (const { column, other, key } of tried) {
    if (!await goesOn(control)) return [];
    if (found.some(({ fields }) => fields[0] === column.name)) continue;
    const holds = await isWithin({ snapshot, column: column.index }, { snapshot: other.snapshot, column: key.index }, surroundings, control);
    if (holds) found.push({ fields: [column.name], resource: other.name, reference: [key.name], node: [...node, found.length] });
  }
  return found;
}

interface Candidate {
  readonly column: Column;
  readonly other: KeyedTable;
  readonly key: Column;
}

/** Tables whose key a column may hold: called so, of as many kinds of values at most, and not the key of its own table. */
function candidates(column: Column, others: readonly KeyedTable[]): readonly Candidate[] {
  const { summary: { distinct, classes } } = column;
  if (present(column) < FEWEST_ROWS || classes.float > 0 || distinct.count < 2) return [];
  return others.flatMap(other => {
    const { table } = other.snapshot.checked;
    const key = table?.columns.find(({ name }) => name === other.key);
    const isPossible = table && key && table.records <= MOST_ROWS && distinct.count <= key.summary.distinct.count * ESTIMATE;
    return isPossible && isCalledAfter(column.name, other.name, key.name) ? [{ column, other, key }] : [];
  });
}

/** Counts of many values are estimates. */
const ESTIMATE = 1.1;

/** `customer_id`, `customerId` and `customer` are called after the key `id` of `customers`, and after the key `customer_id` of any table. */
export function isCalledAfter(column: string, table: string, key: string): boolean {
  const [own, there] = [wordsOf(column), wordsOf(key)];
  if (there.length > 1 && own.join(' ') === there.join(' ')) return true;
  const stem = GENERIC.has(own.at(-1) ?? '') ? own.slice(0, -1) : own;
  return stem.length > 0 && GENERIC.has(there.at(-1) ?? '') && singular(stem) === singular(wordsOf(table));
}

/** Words that say "key" and not of what. */
const GENERIC: ReadonlySet<string> = new Set(['id', 'key', 'code', 'no', 'nr', 'number', 'uuid', '编号', '代码']);

const wordsOf = (name: string): readonly string[] =>
  name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/(\p{Script=Han})(编号|代码)$/u, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');

function singular(words: readonly string[]): string {
  return words.join(' ').replace(/ies$/, 'y').replace(/(?<=(?:s|x|ch|sh))es$|(?<=[^s])s$/, '');
}

interface Place {
  readonly snapshot: Snapshot;
  readonly column: number;
}

/** Whether every value of one column is one of another. */
async function isWithin(inner: Place, outer: Place, surroundings: RowSurroundings, control: Control): Promise<boolean> {
  const answer = await withPart(outer, surroundings, control, there => withPart(inner, surroundings, control, async here => {
    const coded = await codeTables([there, here], control);
    return coded !== undefined && isContained(coded.columns[0]?.codes ?? [], coded.ends[0] ?? 0);
  }));
  return answer === true;
}

/** The codes of the outer table come first, up to `end`. */
function isContained(codes: ArrayLike<number>, end: number): boolean {
  const known = new Set<number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? NO_ROW;
    if (code === MISSING || code === NO_ROW) continue;
    if (row < end) known.add(code);
    else if (!known.has(code)) return false;
  }
  return known.size > 0;
}

/** A column as something to be read; `undefined` where the file is no longer what was checked, or when cancelled. */
async function withPart<T>({ snapshot, column }: Place, surroundings: RowSurroundings, control: Control, use: (part: CodedPart) => Promise<T>): Promise<T | undefined> {
  const answer = await withReadable(snapshot, surroundings, async readable => {
    const scan = await scanTable(readable, { rowHashes: false, scanners: [] }, control);
    if (!scan) return undefined;
    try {
      return { value: await use({ readable, summarizer: scan.summarizer, columns: [column], rows: scan.rows }) };
    } finally {
      scan.summarizer.dispose();
    }
  });
  return answer === undefined || isRefusal(answer) ? undefined : answer.value;
}
