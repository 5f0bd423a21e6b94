import { cellStart } from './chunk.ts';
import type { Chunk } from './chunk.ts';

const LF = 10;
const CR = 13;

/** Where the content of a cell lies: inside its quotes when it is a quoted cell, without the carriage return of the line end. */
export function contentOf(chunk: Chunk, index: number): { readonly start: number; readonly end: number; readonly quoted: boolean } {
  const { bytes, quote } = chunk;
  const start = cellStart(chunk, index);
  const terminator = chunk.ends[index] ?? start;
  const endsLine = chunk.starts === undefined && bytes[terminator] === LF;
  const end = endsLine && terminator > start && bytes[terminator - 1] === CR ? terminator - 1 : terminator;
  const quoted = quote !== 0 && end - start >= 2 && bytes[start] === quote && closes(bytes, start, end, quote);
  return quoted ? { start: start + 1, end: end - 1, quoted } : { start, end, quoted };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a cell, doubled quotes halved. */
export function textOf(chunk: Chunk, index: number): string {
  const { start, end, quoted } = contentOf(chunk, index);
  const text = decoder.decode(chunk.bytes.subarray(start, end));
  const quote = String.fromCharCode(chunk.quote);
  return quoted ? text.replaceAll(quote + quote, quote) : text;
}

/** Whether the last byte of a cell that opens with a quote closes it: of the quotes at its end, taken in pairs, one must be left over. */
function closes(bytes: Uint8Array, start: number, end: number, quote: number): boolean {
  let run = 0;
  while (end - 1 - run > start && bytes[end - 1 - run] === quote) run++;
  return run % 2 === 1;
}
