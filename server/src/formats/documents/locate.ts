import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { CellLocator } from '../../core/format.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';

const [LF, CR, QUOTE] = [10, 13, 34];
const START: TextPosition = { line: 0, character: 0 };

/**
 * Positions in the file of a document, as editors count them. The chunk has it within quotes, which are doubled inside. A document as a whole is shown at
 * its first line.
 */
export function locateInDocument(chunk: Chunk, line: number): CellLocator {
  let cursor: Cursor = { cell: -1, offset: 0, position: START };

  /** `to`: bytes from the first one of the cell, its quote included. */
  function positionAt(cell: number, to: number): TextPosition {
    const start = cellStart(chunk, cell);
    if (cursor.cell !== cell || to + start < cursor.offset) cursor = { cell, offset: start + 1, position: START };
    cursor = { cell, ...advance(chunk.bytes, cursor, Math.min(start + to, chunk.ends[cell] ?? 0)) };
    return cursor.position;
  }

  const part = (cell: number, from: number, to: number): TextRange => ({ start: positionAt(cell, from), end: positionAt(cell, to) });
  const whole = (cell: number): TextRange => part(cell, 1, firstLineEnd(chunk, cell));
  const cellOf = (record: number): number => cellsOf(chunk, record)[0];

  return { cell: whole, part, record: record => whole(cellOf(record)), text: (record, from, to) => part(cellOf(record), from, to), nextLine: line + chunk.lineBreaks };
}

interface Cursor {
  readonly cell: number;
  readonly offset: number;
  readonly position: TextPosition;
}

function advance(bytes: Uint8Array, { offset, position }: Omit<Cursor, 'cell'>, to: number): Omit<Cursor, 'cell'> {
  let { line, character } = position;
  let at = offset;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LF || byte === CR && bytes[at + 1] !== LF) {
      line++;
      character = 0;
    } else if ((byte & 0xc0) !== 0x80) {
      character += byte >= 0xf0 ? 2 : 1;
      if (byte === QUOTE && bytes[at + 1] === QUOTE) at++;
    }
  }
  return { offset: at, position: { line, character } };
}

/** Bytes of a cell up to the end of its first line with anything in it. */
function firstLineEnd({ bytes, ends, ...chunk }: Chunk, cell: number): number {
  const start = cellStart({ bytes, ends, ...chunk }, cell);
  const end = (ends[cell] ?? start) - 1;
  let at = start + 1;
  while (at < end && (bytes[at] === LF || bytes[at] === CR)) at++;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at - start;
}
