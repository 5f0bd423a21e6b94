import { parquetRead } from 'hyparquet';
import type { ParquetColumn, ParquetFile, Group } from './file.ts';
import type { Page, Pages } from './pages.ts';
import { NONE } from './page.ts';
import { textsOf } from './texts.ts';
import { PARSERS } from './values.ts';

/** Rows and bytes that are decoded at a time, as far as a group is not cut more often than `MOST_STEPS`: pages before are passed over each time. */
const ROWS = 64 * 1024;
const BYTES = 32 * 1024 * 1024;
const MOST_STEPS = 16;

/** A column of lists, structs or maps, whose rows the package puts together. */
export class NestedPages implements Pages {
  readonly #file: ParquetFile;
  readonly #group: Group;
  readonly #column: ParquetColumn;
  readonly #step: number;
  #last: { readonly first: number; readonly page: Promise<Page> } | undefined;

  constructor(file: ParquetFile, group: Group, column: ParquetColumn, bytes: number) {
    this.#file = file;
    this.#group = group;
    this.#column = column;
    const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(group.rows / ROWS), Math.ceil(bytes / BYTES)));
    this.#step = Math.max(1, Math.ceil(group.rows / steps));
  }

  at(row: number): Promise<Page> {
    const first = Math.floor(row / this.#step) * this.#step;
    if (this.#last?.first !== first) this.#last = { first, page: this.#read(first, Math.min(first + this.#step, this.#group.rows)) };
    return this.#last.page;
  }

  async #read(first: number, end: number): Promise<Page> {
    const { name, form } = this.#column;
    const values = await readColumn(this.#file, name, this.#group.first + first, this.#group.first + end).catch(() => undefined);
    if (!values) return { first, end, values: 'lost' };
    const codes = new Uint32Array(values.length);
    const present: unknown[] = [];
    values.forEach((value, i) => (codes[i] = value === undefined || value === null ? NONE : present.push(value) - 1));
    return { first, end, values: { codes, texts: textsOf(present, form) } };
  }
}

/** The values of a column in rows `[first, end)`; throws where a page cannot be read. */
async function readColumn({ metadata, buffer: file, unpackers: compressors }: ParquetFile, name: string, first: number, end: number): Promise<readonly unknown[]> {
  const values = Array.from<unknown>({ length: end - first });
  let filled = 0;
  await parquetRead({
    file, metadata, columns: [name], rowStart: first, rowEnd: end, compressors, parsers: PARSERS, utf8: false, geoparquet: false, useOffsetIndex: true,
    onChunk({ columnName, columnData, rowStart, rowEnd }) {
      if (columnName !== name) return;
      const [from, to] = [Math.max(first, rowStart), Math.min(end, rowEnd)];
      for (let row = from; row < to; row++) values[row - first] = columnData[row - rowStart];
      filled += Math.max(0, to - from);
    },
  });
  if (filled !== end - first) throw new Error('pages are missing');
  return values;
}
