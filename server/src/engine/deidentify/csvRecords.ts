import { afterRecord, cellsOf, cellStart, type Chunk } from '../../core/chunk.ts';
import { contentOf, textOf } from '../../core/content.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { Refusal } from '../../core/host.ts';
import type { Dialect } from '../../core/reading.ts';
import type { Readable } from '../chunkIndex.ts';
import { forEachChunk, type Control } from '../pass.ts';
import type { Output } from './output.ts';
import { missingSpellings, type Cells, type Numbering, type Records, type Rewrite, type Treatment } from './records.ts';

/** Cells side by side that are copied as they are, or one cell that is written anew. */
type Piece = { readonly from: number; readonly to: number; readonly rewrite: Rewrite | undefined };

/** Records of delimited text. What is not changed is copied byte by byte, quotes and line ends too. */
export class CsvRecords implements Records {
  unfit = 0;
  readonly #readable: Readable;
  readonly #missing: ReadonlySet<string>;

  constructor(readable: Readable) {
    this.#readable = readable;
    this.#missing = missingSpellings(readable.reading.nullTokens);
  }

  read(visit: (cells: Cells) => void, control: Control): Promise<boolean> {
    return this.#forEach(control, (chunk, record) => visit(this.#cells(chunk, record)));
  }

  async write(treatments: readonly Treatment[], numberOf: Numbering, output: Output, control: Control): Promise<undefined | 'cancelled' | Refusal> {
    const pieces = piecesOf(treatments);
    let refused: Refusal | undefined;
    await this.#writeHeader(treatments, output);
    const finished = await this.#forEach(control, (chunk, record) => {
      const cells = this.#cells(chunk, record);
      const row = numberOf(cells);
      if (row >= 0) this.#writeRecord(chunk, record, pieces, cells, row, output);
    }, async () => { refused ??= await output.flush(); return refused !== undefined; });
    return refused ?? (finished ? await output.flush() : 'cancelled');
  }

  async #forEach(control: Control, visit: (chunk: Chunk, record: number) => void, between?: () => Promise<boolean>): Promise<boolean> {
    const { kernel, format, source, reading } = this.#readable;
    const width = reading.header.length;
    this.unfit = 0;
    return forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, async chunk => {
      for (let record = 0; record < chunk.records; record++) {
        const [from, to] = cellsOf(chunk, record);
        if (width > 1 && to - from === 1 && isEmpty(chunk, from)) continue;
        if (to - from === width) visit(chunk, record);
        else this.unfit++;
      }
      return await between?.() === true ? 'enough' : 'more';
    });
  }

  #cells(chunk: Chunk, record: number): Cells {
    const [from] = cellsOf(chunk, record);
    return {
      present: column => {
        const text = textOf(chunk, from + column);
        return this.#missing.has(text) ? undefined : text;
      },
    };
  }

  /** A header may lack a name for its first column, which then has none to leave out. */
  async #writeHeader(treatments: readonly Treatment[], output: Output): Promise<void> {
    const { kernel, format, source, reading } = this.#readable;
    if (reading.bomLength > 0) output.text('\ufeff');
    const reader = format.reader(kernel, source, reading, undefined, CELLS_ONLY);
    try {
      const chunk = await reader.header();
      if (!chunk) return;
      const [from, to] = cellsOf(chunk, 0);
      const unnamed = reading.header.length - (to - from);
      const kept = treatments.slice(unnamed).map(treatment => (treatment === 'drop' ? treatment : undefined));
      this.#writeRecord(chunk, 0, piecesOf(kept), this.#cells(chunk, 0), 0, output);
    } finally {
      reader.dispose();
    }
  }

  #writeRecord(chunk: Chunk, record: number, pieces: readonly Piece[], cells: Cells, row: number, output: Output): void {
    const { dialect } = this.#readable.reading;
    const [first, after] = cellsOf(chunk, record);
    const { bytes, ends } = chunk;
    const end = ends[after - 1] ?? 0;
    const bare = bytes[end] === LF && end > cellStart(chunk, after - 1) && bytes[end - 1] === CR ? end - 1 : end;
    pieces.forEach(({ from, to, rewrite }, i) => {
      if (i > 0) output.byte(dialect.delimiter);
      const changed = rewrite?.(cells.present(from), row);
      if (changed !== undefined) output.text(written(changed, contentOf(chunk, first + from).quoted, dialect));
      else output.bytes(bytes.subarray(cellStart(chunk, first + from), first + to === after ? bare : ends[first + to - 1] ?? 0));
    });
    // The last record of a file may have no line end, and need not be the last one of the copy.
    if (end < bytes.length) output.bytes(bytes.subarray(bare, afterRecord(chunk, record)));
    else output.text(LINE_END[this.#readable.reading.lineEnd ?? 0] ?? '\n');
  }
}

const LF = 10;
const CR = 13;
const LINE_END = ['\n', '\r\n', '\r'];

function isEmpty(chunk: Chunk, cell: number): boolean {
  const { start, end, quoted } = contentOf(chunk, cell);
  return start === end && !quoted;
}

function piecesOf(treatments: readonly Treatment[]): readonly Piece[] {
  const pieces: Piece[] = [];
  treatments.forEach((treatment, column) => {
    if (treatment === 'drop') return;
    const last = pieces.at(-1);
    if (treatment === undefined && last && last.rewrite === undefined && last.to === column) pieces.splice(-1, 1, { ...last, to: column + 1 });
    else pieces.push({ from: column, to: column + 1, rewrite: treatment });
  });
  return pieces;
}

/** A new cell stays quoted where it was and is quoted where it must be. */
export function written(text: string, wasQuoted: boolean, { delimiter, quote, escape = quote }: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>): string {
  const mark = String.fromCharCode(quote);
  const special = text.includes(String.fromCharCode(delimiter)) || (quote !== 0 && text.includes(mark)) || /[\r\n]|^\s|\s$/.test(text);
  if (quote === 0) return special ? text.replaceAll(String.fromCharCode(delimiter), ' ').replace(/[\r\n]+/g, ' ') : text;
  return special || (wasQuoted && text !== '') ? mark + text.replaceAll(mark, String.fromCharCode(escape) + mark) + mark : text;
}
