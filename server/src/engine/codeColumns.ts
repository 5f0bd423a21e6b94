import type { Chunk } from '../core/chunk.ts';
import { CELLS_ONLY, type Resume } from '../core/format.ts';
import { CELL_CLASSES, type Summarizer } from '../core/kernel.ts';
import type { CodedStretch, Scanner } from '../core/scanner.ts';
import { MISSING, NO_ROW } from '../privacy/measures/classes.ts';
import type { Readable } from './chunkIndex.ts';
import { Coder, type ColumnCodes } from './coder.ts';
import { MOST, share, stretchesOf } from './parallelScan.ts';
import { forEachChunk, type Control } from './pass.ts';
import { isBlankRecord } from './predicates.ts';
import { Settled } from './settled.ts';

/** Some columns of a table that is to be read. */
export interface CodedPart {
  readonly readable: Readable;
  readonly summarizer: Summarizer;
  readonly columns: readonly number[];
  /** About how many rows there are. */
  readonly rows: number;
  /** Bytes a thread takes at a time; tests make it small. */
  readonly block?: number;
}

/** Reads some columns of a table as codes, all in one pass; `undefined` when cancelled. Memory: 4 bytes a cell. */
export async function codeColumns(
  readable: Readable, summarizer: Summarizer, columns: readonly number[], rows: number, control: Control, block?: number,
): Promise<readonly ColumnCodes[] | undefined> {
  return (await codeTables([{ readable, summarizer, columns, rows, ...(block !== undefined && { block }) }], control))?.columns;
}

/** The columns of tables, and for each table the row its rows end before. */
interface CodedTables {
  readonly columns: readonly ColumnCodes[];
  readonly ends: readonly number[];
}

/**
 * The same of several tables, the rows of each behind those of the one before: equal values have equal codes in all of them. Each names as many columns as
 * the first. Threads help where the table has some, with the same result; where they cannot, all is read again by this one.
 */
export async function codeTables(parts: readonly CodedPart[], control: Control): Promise<CodedTables | undefined> {
  const shared = await codeAll(parts, true, control);
  const coded = shared === 'irregular' ? await codeAll(parts, false, control) : shared;
  return coded === 'irregular' ? undefined : coded;
}

async function codeAll(parts: readonly CodedPart[], together: boolean, control: Control): Promise<CodedTables | 'irregular' | undefined> {
  const coders = (parts[0]?.columns ?? []).map(() => new Coder(parts.reduce((sum, { rows }) => sum + rows, 0)));
  const ends: number[] = [];
  for (const part of parts) {
    const fed = await feed(part, together, coders, control);
    if (fed !== 'read') return fed === 'irregular' ? fed : undefined;
    ends.push(coders[0]?.rows ?? 0);
  }
  return { columns: coders.map(coder => coder.finish()), ends };
}

/** `irregular` where threads may have cut the file in the wrong places, or have failed. */
type Fed = 'read' | 'irregular' | 'cancelled';

async function feed({ readable, summarizer, columns, block = MOST }: CodedPart, together: boolean, coders: readonly Coder[], control: Control): Promise<Fed> {
  const scanners = (together && await readable.helpers?.()) || [];
  if (scanners.length === 0) return await codeCells({ readable, summarizer, columns }, coders, control) ? 'read' : 'cancelled';
  try {
    return await feedTogether(readable, { columns, block }, scanners, coders, control).catch((): Fed => 'irregular');
  } finally {
    scanners.forEach(scanner => scanner.close());
  }
}

/** Stretches that are done wait for those before them, and for no others. */
async function feedTogether(
  { reading, source }: Readable, { columns, block }: { readonly columns: readonly number[]; readonly block: number }, scanners: readonly Scanner[], coders: readonly Coder[], control: Control,
): Promise<Fed> {
  const stretches = stretchesOf(reading.bodyOffset, reading.bodyEnd ?? source.size ?? 0, scanners.length, block);
  const waiting = new Map<number, CodedStretch>();
  let [next, end, irregular] = [0, reading.bodyOffset, false];
  const stop = { get cancelled() { return irregular || control.cancellation?.cancelled === true; } };
  const done = await share(stretches, scanners, { ...control, cancellation: stop }, async (scanner, stretch) => {
    const coded = await scanner.code(stretch, columns);
    irregular ||= coded.irregular;
    waiting.set(stretch.from, coded);
    for (let first = stretches[next]; first && waiting.has(first.from); first = stretches[++next]) {
      const { span, columns: all } = waiting.get(first.from) ?? coded;
      irregular ||= span[0] !== end;
      end = span[1];
      all.forEach((cells, i) => coders[i]?.take(cells));
      waiting.delete(first.from);
    }
    control.progress?.(stretch.to);
  });
  if (irregular) return 'irregular';
  return done ? 'read' : 'cancelled';
}

/** Columns of the records from some place on, each by itself, for coders to take. */
export async function codeStretch(readable: Readable, summarizer: Summarizer, columns: readonly number[], from: Resume): Promise<CodedStretch> {
  const coders = columns.map(() => new Coder(ROWS_OF_A_STRETCH));
  const settled = new Settled();
  await codeCells({ readable, summarizer, columns }, coders, {}, { from, each: chunk => settled.note(chunk) });
  return { columns: coders.map(coder => coder.asCells()), irregular: settled.doubtful, span: [from.offset, from.offset + from.length] };
}

/** As many as 8 MB usually have; more make room. */
const ROWS_OF_A_STRETCH = 2 ** 17;

/** False when cancelled. */
function codeCells(
  { readable: { format, kernel, source, reading }, summarizer, columns }: Omit<CodedPart, 'rows'>, coders: readonly Coder[], control: Control,
  { from, each }: { readonly from?: Resume; each?(chunk: Chunk): void } = {},
): Promise<boolean> {
  const mayBeBlank = reading.header.length > 1;
  return forEachChunk(format.reader(kernel, source, reading, from, CELLS_ONLY), control, chunk => {
    each?.(chunk);
    for (const [i, column] of columns.entries()) {
      const coder = coders[i];
      const { classes, hashes, numbers } = summarizer.cells(chunk, column);
      for (let r = 0; r < chunk.records; r++) {
        const kind = classes[r];
        if (kind !== GAP && kind !== ABSENT) coder?.add(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0, numbers[r] ?? NaN);
        else coder?.skip(mayBeBlank && isBlankRecord(chunk, r) ? NO_ROW : MISSING);
      }
    }
  });
}

const GAP = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');
