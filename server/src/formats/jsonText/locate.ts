import { cellStart, cellsOf } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { CellLocator } from '../../core/format.ts';
import type { TextRange } from '../../core/place.ts';
import { writtenOffset } from '../../util/jsonString.ts';
import { TextCursor } from '../../util/textCursor.ts';
import { writtenOf } from './chunk.ts';

/** Positions in the text as it is written, escapes and all. */
export function locate(chunk: Chunk, line: number): CellLocator {
  const written = writtenOf(chunk);
  const text = written?.text ?? (() => chunk.bytes);
  const cursor = new TextCursor(text, line, chunk.incidents.carriageReturns > 0);
  const range = (from: number, to: number): TextRange => ({ start: cursor.at(from), end: cursor.at(to) });
  const startOf = (cell: number): number => written?.cells().starts[cell] ?? cellStart(chunk, cell);
  const recordStart = (record: number): number => written?.cells().recordStarts[record] ?? cellStart(chunk, cellsOf(chunk, record)[0]);
  return {
    cell(index, extent = 'content') {
      const [start, end] = [startOf(index), chunk.ends[index] ?? 0];
      const isString = extent === 'content' && end - start >= 2 && text()[start] === chunk.quote;
      return isString ? range(start + 1, end - 1) : range(start, end);
    },
    part(index, from, to) {
      const [resolved, start] = [cellStart(chunk, index), startOf(index)];
      // A text without escapes lies where it is written.
      if (resolved === start) return range(start + from, start + to);
      const end = (chunk.ends[index] ?? 0) - 1;
      const writtenAt = (at: number): number => (at < 1 ? start : writtenOffset(text(), start + 1, end, at - 1, true));
      return range(writtenAt(from), writtenAt(to));
    },
    record: record => range(recordStart(record), written?.cells().recordStops[record] ?? recordStart(record)),
    text(record, from, to) {
      const start = recordStart(record);
      return range(start + from, start + to);
    },
    get nextLine() {
      return line + (chunk.incidents.carriageReturns === 0 ? chunk.lineBreaks : cursor.lines());
    },
  };
}
