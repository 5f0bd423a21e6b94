import type { AsyncBuffer, ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { readDictionary, readValues, wholeNumber } from './page.ts';
import type { FlatColumn, PageValues } from './page.ts';
import type { Texts } from './texts.ts';
import { ByteWindow } from './window.ts';

/** The rows of a group that one page holds, and their values; those of a page that is damaged are lost. */
export interface Page {
  readonly first: number;
  /** The row after the last one. */
  readonly end: number;
  readonly values: PageValues | 'lost' | 'nulls';
}

/** Gives the values of a column of one group. */
export interface Pages {
  /** The page that holds a row of the group. */
  at(row: number): Promise<Page>;
}

/** Bytes a header may have, as far as it is tried. */
const HEADER = 4096;
const LONGEST_HEADER = 4 * 1024 * 1024;

/**
 * Walks the pages of a column of plain values, decoding those that are asked for. It goes on from where it is, so that rows in order are read once; for rows
 * before that it begins anew. A page whose values cannot be read costs its own rows, one whose header is damaged all rows from there on: what is lost does
 * not depend on the way.
 */
export class ColumnPages implements Pages {
  readonly #column: FlatColumn;
  readonly #chunk: ColumnMetaData;
  readonly #rows: number;
  readonly #window: ByteWindow;
  readonly #start: number;
  readonly #end: number;
  /** Where the next header is, and the first row of its page. */
  #next: number;
  #row = 0;
  #page: Page | undefined;
  #dictionary: Texts | undefined;
  /** One asks after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: AsyncBuffer, column: FlatColumn, chunk: ColumnMetaData, rows: number, ahead: number) {
    this.#column = column;
    this.#chunk = chunk;
    this.#rows = rows;
    // Some writers put the dictionary before the data without saying so; then the data is said to begin with it.
    this.#start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
    this.#end = Math.min(file.byteLength, this.#start + Number(chunk.total_compressed_size));
    this.#window = new ByteWindow(file, this.#end, ahead);
    this.#next = this.#start;
  }

  at(row: number): Promise<Page> {
    const found = this.#turn.then(() => this.#find(row));
    this.#turn = found;
    return found;
  }

  async #find(row: number): Promise<Page> {
    if (Number(this.#chunk.statistics?.null_count ?? -1) === this.#rows) return { first: 0, end: this.#rows, values: 'nulls' };
    if (this.#page && row >= this.#page.first && row < this.#page.end) return this.#page;
    if (row < this.#row) {
      this.#next = this.#start;
      this.#row = 0;
    }
    try {
      for (;;) {
        const page = await this.#step(row);
        if (page) return (this.#page = page);
      }
    } catch {
      // A header that is damaged: nobody knows where the next one is.
      return { first: this.#row, end: this.#rows, values: 'lost' };
    }
  }

  /** Passes over one page; its values where it holds the row. Throws where there is no page to be read. */
  async #step(row: number): Promise<Page | undefined> {
    const { header, size } = await this.#header();
    const body = this.#next + size;
    const length = wholeNumber(header.compressed_page_size);
    if (body + length > this.#end || !this.#isPlausible(wholeNumber(header.uncompressed_page_size))) throw new Error('a page of no size');
    if (header.type === 'DICTIONARY_PAGE') {
      this.#dictionary ??= await this.#readDictionary(header, body);
      this.#next = body + length;
      return undefined;
    }
    const rows = wholeNumber(header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values);
    if (this.#row + rows > this.#rows) throw new Error('a page counts rows that are not there');
    const [first, end] = [this.#row, this.#row + rows];
    const page = row < end ? { first, end, values: await this.#readPage(header, body) } : undefined;
    this.#next = body + length;
    this.#row = end;
    return page;
  }

  /** The next header and its bytes; a few at first, and more where it has long statistics. */
  async #header(): Promise<{ readonly header: PageHeader; readonly size: number }> {
    for (let room = HEADER; ; room *= 32) {
      const bytes = await this.#window.at(this.#next, room);
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
      try {
        const header = parquetHeader(reader);
        return { header, size: reader.offset };
      } catch (cause) {
        if (bytes.length < room || room >= LONGEST_HEADER) throw cause;
      }
    }
  }

  /** No page is larger than all of them; what an entry of the footer says is an estimate with some writers. */
  #isPlausible(size: number): boolean {
    return size <= 2 * Number(this.#chunk.total_uncompressed_size) + LONGEST_HEADER;
  }

  async #readDictionary(header: PageHeader, body: number): Promise<Texts> {
    const bytes = await this.#window.at(body, header.compressed_page_size);
    return readDictionary(header, bytes, this.#column);
  }

  async #readPage(header: PageHeader, body: number): Promise<Page['values']> {
    const bytes = await this.#window.at(body, header.compressed_page_size);
    try {
      return readValues(header, bytes, this.#column, this.#dictionary);
    } catch {
      return 'lost';
    }
  }
}
