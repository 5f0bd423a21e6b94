import { CELLS_ONLY } from '../core/format.ts';
import { CELL_CLASSES, type Summarizer } from '../core/kernel.ts';
import type { Readable } from './chunkIndex.ts';
import { forEachChunk, type Control } from './pass.ts';

/** A column as numbers: each different value has a code from 1 on, missing ones have 0. Codes ascend with the numbers of a column that holds nothing else. */
export interface ColumnCodes {
  readonly codes: Uint32Array;
  readonly values: number;
}

/** Reads some columns of a table as codes, all in one pass; `undefined` when cancelled. Memory: 4 bytes a cell. */
export async function codeColumns(
  { kernel, format, source, reading }: Readable, summarizer: Summarizer, columns: readonly number[], rows: number, control: Control,
): Promise<readonly ColumnCodes[] | undefined> {
  const coders = columns.map(column => ({ column, coder: new Coder(rows) }));
  const finished = await forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, chunk => {
    for (const { column, coder } of coders) {
      const { classes, hashes, numbers } = summarizer.cells(chunk, column);
      for (let r = 0; r < chunk.records; r++) {
        if (MISSING.has(classes[r] ?? 0)) coder.add(0, 0, NaN, true);
        else coder.add(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0, numbers[r] ?? NaN, false);
      }
    }
  });
  return finished ? coders.map(({ coder }) => coder.finish()) : undefined;
}

const MISSING: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('missing'), CELL_CLASSES.indexOf('absent')]);

/** Codes for 64-bit hashes in the order they are met. */
class Coder {
  #codes: Uint32Array;
  #rows = 0;
  /** Low word, high word and code of each slot; code 0 is a free slot. */
  #slots = new Uint32Array(3 * 1024);
  #mask = 1023;
  readonly #numbers: number[] = [];
  #isNumeric = true;

  constructor(rows: number) {
    this.#codes = new Uint32Array(rows);
  }

  add(low: number, high: number, number: number, isMissing: boolean): void {
    if (this.#rows === this.#codes.length) this.#codes = extended(this.#codes);
    this.#codes[this.#rows++] = isMissing ? 0 : this.#codeOf(low, high, number);
  }

  finish(): ColumnCodes {
    const codes = this.#codes.subarray(0, this.#rows);
    if (this.#isNumeric) this.#inOrder(codes);
    return { codes, values: this.#numbers.length };
  }

  #codeOf(low: number, high: number, number: number): number {
    const slots = this.#slots;
    let slot = (low ^ high) & this.#mask;
    for (; slots[3 * slot + 2] !== 0; slot = (slot + 1) & this.#mask) {
      if (slots[3 * slot] === low && slots[3 * slot + 1] === high) return slots[3 * slot + 2] ?? 0;
    }
    if (Number.isNaN(number)) this.#isNumeric = false;
    const code = this.#numbers.push(number);
    slots[3 * slot] = low;
    slots[3 * slot + 1] = high;
    slots[3 * slot + 2] = code;
    if (2 * code > this.#mask) this.#grow();
    return code;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Uint32Array(3 * (this.#mask + 1));
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue;
      let slot = ((old[at] ?? 0) ^ (old[at + 1] ?? 0)) & this.#mask;
      while (this.#slots[3 * slot + 2] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots.set(old.subarray(at, at + 3), 3 * slot);
    }
  }

  /** Codes anew, by number; spellings of one number become one value. */
  #inOrder(codes: Uint32Array): void {
    const order = [...new Set(this.#numbers)].sort((a, b) => a - b);
    const ranks = new Map(order.map((number, i) => [number, i + 1]));
    const newCodes = Uint32Array.from([0, ...this.#numbers.map(number => ranks.get(number) ?? 0)]);
    for (let row = 0; row < codes.length; row++) codes[row] = newCodes[codes[row] ?? 0] ?? 0;
    this.#numbers.length = order.length;
  }
}

function extended(codes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(1024, 2 * codes.length));
  larger.set(codes);
  return larger;
}
