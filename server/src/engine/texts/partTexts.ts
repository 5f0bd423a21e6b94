import type { ChatShape } from '../../core/chat.ts';
import { cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { contentOf } from '../../core/content.ts';
import type { Place } from '../../core/place.ts';
import { TurnReader } from '../../util/chat/turns.ts';
import { resolveEscapes, writtenOffset } from '../../util/jsonString.ts';
import { cellAt } from '../chunkIndex.ts';

/** A text as readers take it: UTF-8 in which escapes of one letter may be left, and how offsets into it become places of the table. */
export interface ReadText {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly escaped: boolean;
  place(from: number, to: number): Place;
}

/** A column of texts: each cell one, or a list of turns or of texts. */
export type TextColumn = Pick<ChatShape['parts'][number], 'column' | 'form'>;

/** Shows every text of a record, whatever it is stored in. */
export class PartTexts {
  readonly #columns: readonly TextColumn[];
  readonly #reader = new TurnReader();
  #scratch = new Uint8Array(1 << 16);

  constructor(columns: readonly TextColumn[]) {
    this.#columns = columns;
  }

  visit(chunk: Chunk, record: number, take: (text: ReadText) => void): void {
    for (const { column, form } of this.#columns) {
      const cell = cellAt(chunk, record, column);
      if (cell === -1) continue;
      const { start, end } = contentOf(chunk, cell);
      const at = { row: chunk.firstRecord + record, column, origin: cellStart(chunk, cell) };
      if (form === 'text') take(plainText(chunk.bytes, start, end, at));
      else if (form === 'texts') for (const text of this.#reader.texts(chunk.bytes, start, end)) take(this.#stringOf(chunk.bytes, text, at));
      else for (const turn of this.#reader.read(chunk.bytes, start, end)) for (const text of turn.texts) take(this.#stringOf(chunk.bytes, text, at));
    }
  }

  #stringOf(bytes: Uint8Array, text: ReturnType<TurnReader['texts']>[number], at: At): ReadText {
    if (text.escapes !== 'codes') return { ...plainText(bytes, text.start, text.end, at), escaped: text.escapes === 'letters' };
    if (this.#scratch.length < text.end - text.start) this.#scratch = new Uint8Array(2 * (text.end - text.start));
    const end = resolveEscapes(bytes, text.start, text.end, this.#scratch, 0);
    const written = (offset: number): number => writtenOffset(bytes, text.start, text.end, offset);
    return { bytes: this.#scratch, start: 0, end, escaped: false, place: (from, to) => placeOf(at, written(from), written(to)) };
  }
}

interface At {
  readonly row: number;
  readonly column: number;
  /** First byte of the raw cell. */
  readonly origin: number;
}

const plainText = (bytes: Uint8Array, start: number, end: number, at: At): ReadText =>
  ({ bytes, start, end, escaped: false, place: (from, to) => placeOf(at, from, to) });

const placeOf = ({ row, column, origin }: At, from: number, to: number): Place =>
  ({ at: 'span', row, column, start: from - origin, end: to - origin, quoted: true });
