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
  const quoted = quote !== 0 && end - start >= 2 && bytes[start] === quote && bytes[end - 1] === quote;
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
