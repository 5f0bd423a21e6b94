import type { CodedCells } from '../core/scanner.ts';
import { NO_ROW } from '../privacy/measures/classes.ts';
import { PairTable } from '../util/pairTable.ts';

/** A column as numbers: each different value has a code from 1 on, missing ones have 0. Codes ascend with the numbers of a column that holds nothing else. */
export interface ColumnCodes {
  /** By row as places count them; blank lines have the code `NO_ROW`. */
  readonly codes: Uint32Array;
  readonly values: number;
  /** The code of the value with this hash; 0 where there is none. */
  codeOf(hash: bigint): number;
}

/** Codes for 64-bit hashes in the order they are met. */
export class Coder {
  #codes: Uint32Array<ArrayBuffer>;
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
    if (this.#rows === this.#codes.length) this.#makeRoom(1);
    this.#codes[this.#rows++] = code;
  }

  add(low: number, high: number, number: number): void {
    this.skip(this.#codeOf(low, high, number));
  }

  /** The rows of a stretch that another coder has gone through, behind those that are there. */
  take({ codes, hashes, numbers }: CodedCells): void {
    const own = new Uint32Array(numbers.length + 1);
    for (let value = 0; value < numbers.length; value++) own[value + 1] = this.#codeOf(hashes[2 * value] ?? 0, hashes[2 * value + 1] ?? 0, numbers[value] ?? NaN);
    this.#makeRoom(codes.length);
    const [into, first] = [this.#codes, this.#rows];
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      into[first + row] = code === NO_ROW ? NO_ROW : own[code] ?? 0;
    }
    this.#rows += codes.length;
  }

  /** What another coder can take. */
  asCells(): CodedCells {
    return { codes: this.#codes.slice(0, this.#rows), hashes: this.#table.pairs(), numbers: Float64Array.from(this.#numbers) };
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

  #codeOf(low: number, high: number, number: number): number {
    const id = this.#table.idOf(low, high);
    if (id === this.#numbers.length) {
      this.#numbers.push(number);
      if (Number.isNaN(number)) this.#isNumeric = false;
    }
    return id + 1;
  }

  #makeRoom(rows: number): void {
    if (this.#rows + rows <= this.#codes.length) return;
    const larger = new Uint32Array(Math.max(1024, this.#rows + rows, 2 * this.#codes.length));
    larger.set(this.#codes);
    this.#codes = larger;
  }
}

/** New codes by number for codes by order of meeting; spellings of one number become one value. */
function inOrder(numbers: readonly number[]): { readonly codes: Uint32Array; readonly values: number } {
  const order = Float64Array.from(new Set(numbers)).sort();
  const ranks = new Map(Array.from(order, (number, i) => [number, i + 1]));
  return { codes: Uint32Array.from([0, ...numbers.map(number => ranks.get(number) ?? 0)]), values: order.length };
}
