import { cellsOf, type Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import { CELLS_ONLY } from '../../core/format.ts';
import type { Refusal } from '../../core/host.ts';
import type { Readable } from '../chunkIndex.ts';
import { forEachChunk, type Control } from '../pass.ts';
import { written } from './csvRecords.ts';
import type { Output } from './output.ts';
import { missingSpellings, type Cells, type Numbering, type Records, type Treatment } from './records.ts';

const COMMA = { delimiter: 44, quote: 34 };

/** Records of what is no delimited text (Parquet, workbooks, JSON documents), written as CSV with a header. */
export class OtherRecords implements Records {
  unfit = 0;
  readonly #readable: Readable;
  readonly #missing: ReadonlySet<string>;

  constructor(readable: Readable) {
    this.#readable = readable;
    this.#missing = missingSpellings(readable.reading.nullTokens);
  }

  read(visit: (cells: Cells) => void, control: Control): Promise<boolean> {
    return this.#forEach(control, texts => visit(this.#cells(texts)));
  }

  async write(treatments: readonly Treatment[], numberOf: Numbering, output: Output, control: Control): Promise<undefined | 'cancelled' | Refusal> {
    const line = (texts: readonly string[]): void => output.text(`${texts.filter((_, i) => treatments[i] !== 'drop').map(text => written(text, false, COMMA)).join(',')}\n`);
    let refused: Refusal | undefined;
    line(this.#readable.reading.header);
    const finished = await this.#forEach(control, texts => {
      const cells = this.#cells(texts);
      const row = numberOf(cells);
      if (row < 0) return;
      line(treatments.map((treatment, i) => (typeof treatment === 'function' ? treatment(cells.present(i), row) : undefined) ?? texts[i] ?? ''));
    }, async () => { refused ??= await output.flush(); return refused !== undefined; });
    return refused ?? (finished ? await output.flush() : 'cancelled');
  }

  #cells(texts: readonly string[]): Cells {
    return {
      present: column => {
        const text = texts[column] ?? '';
        return this.#missing.has(text) ? undefined : text;
      },
    };
  }

  async #forEach(control: Control, visit: (texts: readonly string[]) => void, between?: () => Promise<boolean>): Promise<boolean> {
    const { kernel, format, source, reading } = this.#readable;
    return forEachChunk(format.reader(kernel, source, reading, undefined, CELLS_ONLY), control, async chunk => {
      for (let record = 0; record < chunk.records; record++) visit(textsOf(chunk, record, reading.header.length));
      return await between?.() === true ? 'enough' : 'more';
    });
  }
}

function textsOf(chunk: Chunk, record: number, width: number): readonly string[] {
  const [from, to] = cellsOf(chunk, record);
  const texts = new Array<string>(width).fill('');
  for (let cell = from; cell < to; cell++) {
    const column = chunk.columns ? chunk.columns[cell] ?? width : cell - from;
    if (column < width) texts[column] = textOf(chunk, cell);
  }
  return texts;
}
