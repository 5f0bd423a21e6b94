import { cellStart, cellsOf } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { CellLocator } from '../../core/format.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';
import { contentOf } from '../../core/content.ts';

const LF = 10;
const CR = 13;

/**
 * Positions as editors count them: a line ends at LF, CR LF or a lone CR (Language Server Protocol, section on text documents), characters are UTF-16
 * code units. A cursor moves forward through the chunk, so asking in order costs one pass.
 */
export function locate(chunk: Chunk, line: number): CellLocator {
  const { bytes } = chunk;
  let cursor: Cursor = { offset: 0, line, character: 0 };

  function positionAt(offset: number): TextPosition {
    cursor = advance(bytes, offset < cursor.offset ? { offset: 0, line, character: 0 } : cursor, offset);
    return { line: cursor.line, character: cursor.character };
  }

  const range = (from: number, to: number): TextRange => ({ start: positionAt(from), end: positionAt(to) });

  return {
    cell(index, extent = 'content') {
      if (extent === 'raw') return range(cellStart(chunk, index), trimmedEnd(chunk, index));
      const { start, end } = contentOf(chunk, index);
      return range(start, end);
    },
    part(index, from, to) {
      const start = cellStart(chunk, index);
      return range(start + from, start + to);
    },
    record(record) {
      const [from, to] = cellsOf(chunk, record);
      return range(cellStart(chunk, from), trimmedEnd(chunk, Math.max(from, to - 1)));
    },
    text(record, from, to) {
      const start = cellStart(chunk, cellsOf(chunk, record)[0]);
      return range(start + from, start + to);
    },
    get nextLine() {
      // The kernel has counted line feeds; only carriage returns can make it more.
      return line + (hasReturns(chunk) ? countLines(bytes) : chunk.lineBreaks);
    },
  };
}

/** End of a cell without the carriage return that belongs to the line end. */
function trimmedEnd(chunk: Chunk, index: number): number {
  const end = chunk.ends[index] ?? 0;
  return chunk.bytes[end] === LF && chunk.bytes[end - 1] === CR && end > cellStart(chunk, index) ? end - 1 : end;
}

interface Cursor {
  readonly offset: number;
  readonly line: number;
  /** UTF-16 code units since the start of the line. */
  readonly character: number;
}

/** Moves over the bytes up to `to`. A byte that does not continue another begins a character; four-byte characters take two code units. */
function advance(bytes: Uint8Array, { offset, line, character }: Cursor, to: number): Cursor {
  for (let i = offset; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
      line++;
      character = 0;
    } else if ((byte & 0xc0) !== 0x80) {
      character += byte >= 0xf0 ? 2 : 1;
    }
  }
  return { offset: to, line, character };
}

const hasReturns = ({ bytes, incidents: { carriageReturns } }: Chunk): boolean => carriageReturns > 0 || (carriageReturns < 0 && bytes.includes(CR));

/** Line breaks in `bytes`. `indexOf` searches natively, which matters for files of gigabytes. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines++;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) lines++;
  }
  return lines;
}
