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
  let cursor = { offset: 0, line };

  /** Line of the byte at `offset` and where it starts. */
  function lineOf(offset: number): { readonly line: number; readonly start: number } {
    if (offset < cursor.offset) cursor = { offset: 0, line };
    for (let next = nextLineStart(bytes, cursor.offset); next !== -1 && next <= offset; next = nextLineStart(bytes, cursor.offset)) {
      cursor = { offset: next, line: cursor.line + 1 };
    }
    return { line: cursor.line, start: cursor.offset };
  }

  function positionAt(offset: number): TextPosition {
    const { line: at, start } = lineOf(offset);
    return { line: at, character: utf16Length(bytes, start, offset) };
  }

  const range = (from: number, to: number): TextRange => ({ start: positionAt(from), end: positionAt(to) });

  return {
    bytes: range,
    cell(index, extent = 'content') {
      if (extent === 'raw') return range(cellStart(chunk, index), trimmedEnd(chunk, index));
      const { start, end } = contentOf(chunk, index);
      return range(start, end);
    },
    record(record) {
      const [from, to] = cellsOf(chunk, record);
      return range(cellStart(chunk, from), trimmedEnd(chunk, Math.max(from, to - 1)));
    },
    get nextLine() {
      // The kernel has counted line feeds; only carriage returns can make it more.
      return line + (chunk.incidents.carriageReturns === 0 ? chunk.lineBreaks : countLines(bytes));
    },
  };
}

/** End of a cell without the carriage return that belongs to the line end. */
function trimmedEnd(chunk: Chunk, index: number): number {
  const end = chunk.ends[index] ?? 0;
  return chunk.bytes[end] === LF && chunk.bytes[end - 1] === CR && end > cellStart(chunk, index) ? end - 1 : end;
}

/** Start of the line after the one that `from` lies in, or -1 when there is none. */
function nextLineStart(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LF) return i + 1;
    if (byte === CR) return bytes[i + 1] === LF ? i + 2 : i + 1;
  }
  return -1;
}

/** Line breaks in `bytes`. `indexOf` searches natively, which matters for files of gigabytes. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines++;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) lines++;
  }
  return lines;
}

/** UTF-16 code units of valid UTF-8; bytes that are not valid count one each, as decoders replace them one by one. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
