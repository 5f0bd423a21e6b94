import { CELLS_ONLY } from '../core/format.ts';
import { CELL_CLASSES, type Summarizer } from '../core/kernel.ts';
import { MISSING, NO_ROW } from '../privacy/measures/classes.ts';
import { PairTable } from '../util/pairTable.ts';
import type { Readable } from './chunkIndex.ts';
import { forEachChunk, type Control } from './pass.ts';
import { isBlankRecord } from './predicates.ts';

/** A column as numbers: each different value has a code from 1 on, missing ones have 0. Codes ascend with the numbers of a column that holds nothing else. */
export interface ColumnCodes {
  /** By row as places count them; blank lines have the code `NO_ROW`. */
  readonly codes: Uint32Array;
  readonly values: number;
  /** The code of the value with this hash; 0 where there is none. */
  codeOf(hash: bigint): number;
}

/** Some columns of a table that is to be read. */
export interface CodedPart {
  readonly readable: Readable;
  readonly summarizer: Summarizer;
  readonly columns: readonly number[];
  /** About how many rows there are. */
  readonly rows: number;
}

/** Reads some columns of a table as codes, all in one pass; `undefined` when cancelled. Memory: 4 bytes a cell. */
export async function codeColumns(
  readable: Readable, summarizer: Summarizer, columns: readonly number[], rows: number, control: Control,
): Promise<readonly ColumnCodes[] | undefined> {
  return (await codeTables([{ readable, summarizer, columns, rows }], control))?.columns;
}

/**
 * The same of several tables, the rows of each behind those of the one before: equal values have equal codes in all of them. Each names as many columns as
 * the first. `ends`: for each table, the row its rows end before.
 */
export async function codeTables(
  parts: readonly CodedPart[], control: Control,
): Promise<{ readonly columns: readonly ColumnCodes[]; readonly ends: readonly number[] } | undefined> {
  const coders = (parts[0]?.columns ?? []).map(() => new Coder(parts.reduce((sum, { rows }) => sum + rows, 0)));
  const ends: number[] = [];
  for (const part of parts) {
    if (!await feed(part, coders, control)) return undefined;
    ends.push(coders[0]?.rows ?? 0);
  }
  return { columns: coders.map(coder => coder.finish()), ends };
}

async function feed({ readable: { kernel, format, source, reading }, summarizer, columns }: CodedPart, coders: readonly Coder[], control: Control): Promise<boolean> {
  const mayBeBlank = reading.header.length > 1;
  return forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
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

/** Codes for 64-bit hashes in the order they are met. */
class Coder {
  #codes: Uint32Array;
  #rows = 0;
  readonly #table = new PairTable();
  readonly #numbers: number[] = [];
  #isNumeric = true;

  constructor(rows: number) {
    this.#codes = new Uint32Array(rows);
  }

  get rows(): number {
    return this.#rows;
  }

  skip(code: number): void {
    if (this.#rows === this.#codes.length) this.#codes = extended(this.#codes);
    this.#codes[this.#rows++] = code;
  }

  add(low: number, high: number, number: number): void {
    const id = this.#table.idOf(low, high);
    if (id === this.#numbers.length) {
      this.#numbers.push(number);
      if (Number.isNaN(number)) this.#isNumeric = false;
    }
    this.skip(id + 1);
  }

  finish(): ColumnCodes {
    const codes = this.#codes.subarray(0, this.#rows);
    const renumbered = this.#isNumeric ? inOrder(this.#numbers) : undefined;
    if (renumbered) for (let row = 0; row < codes.length; row++) if (codes[row] !== NO_ROW) codes[row] = renumbered.codes[codes[row] ?? 0] ?? 0;
    return {
      codes, values: renumbered?.values ?? this.#numbers.length,
      codeOf: hash => {
        const met = this.#table.known(Number(hash & 0xffffffffn), Number(hash >> 32n)) + 1;
        return renumbered ? renumbered.codes[met] ?? 0 : met;
      },
    };
  }
}

/** New codes by number for codes by order of meeting; spellings of one number become one value. */
function inOrder(numbers: readonly number[]): { readonly codes: Uint32Array; readonly values: number } {
  const order = Float64Array.from(new Set(numbers)).sort();
  const ranks = new Map(Array.from(order, (number, i) => [number, i + 1]));
  return { codes: Uint32Array.from([0, ...numbers.map(number => ranks.get(number) ?? 0)]), values: order.length };
}

function extended(codes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(1024, 2 * codes.length));
  larger.set(codes);
  return larger;
}
