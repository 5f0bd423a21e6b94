import { textOf } from '../../core/content.ts';
import { isRefusal, type Refusal } from '../../core/host.ts';
import type { CodedColumn } from '../../privacy/measures/risk.ts';
import { cellAt } from '../chunkIndex.ts';
import { codeColumns } from '../codeColumns.ts';
import type { ColumnCodes } from '../coder.ts';
import type { Snapshot } from '../dataCheck.ts';
import type { Control } from '../pass.ts';
import { withReadable, type RowSurroundings } from '../readRows.ts';
import { summarizerOf } from '../scanPart.ts';
import { type Coarsening, coarsenCodes, coarseningId } from './coarsen.ts';
import { orderOf } from './orderOf.ts';

/** A column to measure by, told less exactly where there is a way. */
export interface Told {
  readonly column: number;
  readonly coarsening?: Coarsening | undefined;
}

/** Tables of at most so many cells are coded as a whole when the first column is asked for, so that every later question is answered from memory. */
const WHOLE = 4_000_000;
/** Bytes of codes that are kept beside those that are in use. */
const BUDGET = 64 * 1024 * 1024;

/** Columns of a table that was checked, as codes by row, kept for as long as somebody asks about it. Holds no text. */
export class CodedTable {
  readonly snapshot: Snapshot;
  readonly #codes = new Map<number, ColumnCodes>();
  readonly #coarse = new Map<string, CodedColumn>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** The columns as they are wished; a refusal where the file is no longer what was checked, `undefined` when cancelled. */
  async columns(wanted: readonly Told[], surroundings: RowSurroundings, control: Control): Promise<readonly CodedColumn[] | Refusal | undefined> {
    const refused = await this.#read(wanted.map(({ column }) => column), surroundings, control);
    if (refused) return refused === 'cancelled' ? undefined : refused;
    const told: CodedColumn[] = [];
    for (const one of wanted) {
      const column = await this.#told(one, surroundings);
      if (isRefusal(column)) return column;
      told.push(column);
    }
    return told;
  }

  /** The code of a value of a column that was read, by its hash. */
  codeOf(column: number): ((hash: bigint) => number) | undefined {
    return this.#codes.get(column)?.codeOf;
  }

  async #told({ column, coarsening }: Told, surroundings: RowSurroundings): Promise<CodedColumn | Refusal> {
    const codes = this.#codes.get(column) ?? NOTHING;
    const own = this.snapshot.checked.table?.columns[column];
    const name = own?.name ?? '';
    if (!coarsening) return { ...orderOf(own), name, ...codes };
    const key = `${column} ${coarseningId(coarsening)}`;
    const known = this.#coarse.get(key);
    if (known) return known;
    const texts = await this.#texts(column, codes, surroundings);
    if (!Array.isArray(texts)) return texts;
    const made = { name, ...coarsenCodes(codes, texts, coarsening) };
    this.#coarse.set(key, made);
    return made;
  }

  /** One spelling of each value by its code, from the row it is first met in. */
  async #texts(column: number, { codes, values }: ColumnCodes, surroundings: RowSurroundings): Promise<string[] | Refusal> {
    const first = new Map<number, number>();
    for (let row = 0; row < codes.length && first.size < values; row++) {
      const code = codes[row] ?? 0;
      if (code > 0 && code <= values && !first.has(code)) first.set(code, row);
    }
    const { layout } = this.snapshot.checked;
    const texts = new Array<string>(values + 1).fill('');
    const refused = await withReadable(this.snapshot, surroundings, async readable => {
      await layout?.index.visitCells(readable, [...first.values()], (row, chunk, record) => {
        const cell = cellAt(chunk, record, column);
        if (cell !== -1) texts[codes[row] ?? 0] = textOf(chunk, cell);
      });
    });
    return refused ?? texts;
  }

  async #read(columns: readonly number[], surroundings: RowSurroundings, control: Control): Promise<Refusal | 'cancelled' | undefined> {
    const { table } = this.snapshot.checked;
    const missing = columns.filter(column => !this.#codes.has(column));
    if (!table || missing.length === 0) return undefined;
    const whole = table.records * table.columns.length <= WHOLE;
    const which = whole ? table.columns.map(({ index }) => index).filter(column => !this.#codes.has(column)) : [...new Set(missing)];
    const read = await withReadable(this.snapshot, surroundings, async readable => {
      const summarizer = summarizerOf(readable.kernel, readable.reading);
      try {
        return await codeColumns(readable, summarizer, which, table.records, control);
      } finally {
        summarizer.dispose();
      }
    });
    if (!read) return 'cancelled';
    if (isRefusal(read)) return read;
    which.forEach((column, i) => { if (read[i]) this.#codes.set(column, read[i]); });
    this.#forget(columns);
    return undefined;
  }

  /** Columns nobody asks about any more go first. */
  #forget(inUse: readonly number[]): void {
    let bytes = [...this.#codes.values(), ...this.#coarse.values()].reduce((sum, { codes }) => sum + codes.byteLength, 0);
    if (bytes > BUDGET) this.#coarse.clear();
    for (const [column, { codes }] of this.#codes) {
      if (bytes <= BUDGET) return;
      if (inUse.includes(column)) continue;
      this.#codes.delete(column);
      bytes -= codes.byteLength;
    }
  }
}

const NOTHING = { codes: new Uint32Array(0), values: 0, codeOf: (): number => 0 };
