import type { Chunk, Incident } from '../../server/src/core/chunk.ts';
import { cellStart, cellsOf } from '../../server/src/core/chunk.ts';
import type { Tokenizer } from '../../server/src/core/kernel.ts';
import { copyChunk } from '../../server/src/core/chunk.ts';

/** Feeds `bytes` in pieces of the given sizes, the last one again and again, and returns copies of all chunks. */
export function feed(tokenizer: Tokenizer, bytes: Uint8Array, sizes: readonly number[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  for (let piece = 0; ; piece++) {
    const size = Math.min(Math.max(1, sizes[Math.min(piece, sizes.length - 1)] ?? bytes.length), bytes.length - at);
    tokenizer.input(size + 3).set(bytes.subarray(at, at + size));
    at += size;
    const chunk = tokenizer.advance(size, at === bytes.length);
    if (chunk) chunks.push(copyChunk(chunk));
    if (at === bytes.length) return chunks;
  }
}

/** Everything the chunks say, with absolute offsets, so that it does not depend on where they were cut. */
export interface Flat {
  readonly records: readonly (readonly (readonly [from: number, to: number])[])[];
  readonly incidents: readonly Incident[];
  readonly lineBreaks: number;
  readonly controls: number;
  readonly carriageReturns: number;
  readonly hasNonAscii: boolean;
  readonly invalidUtf8: number;
  /** Left out where a chunk does not tell. */
  readonly characters: number | undefined;
  readonly length: number;
}

export function flatten(chunks: readonly Chunk[]): Flat {
  const records: (readonly [number, number])[][] = [];
  const incidents: Incident[] = [];
  const sum = (of: (chunk: Chunk) => number): number => chunks.reduce((total, chunk) => total + of(chunk), 0);
  for (const chunk of chunks) {
    for (const found of chunk.incidents.list) incidents.push({ ...found, record: found.record + records.length, offset: found.offset + chunk.offset });
    for (let record = 0; record < chunk.records; record++) {
      const [from, to] = cellsOf(chunk, record);
      records.push(Array.from({ length: to - from }, (_, i) => span(chunk, from + i)));
    }
  }
  return {
    records,
    incidents,
    lineBreaks: sum((chunk) => chunk.lineBreaks),
    controls: sum((chunk) => chunk.incidents.controls),
    carriageReturns: sum((chunk) => chunk.incidents.carriageReturns),
    hasNonAscii: chunks.some((chunk) => chunk.incidents.hasNonAscii),
    invalidUtf8: chunks.map((chunk) => (chunk.incidents.invalidUtf8 < 0 ? -1 : chunk.offset + chunk.incidents.invalidUtf8)).find((at) => at >= 0) ?? -1,
    characters: chunks.reduce<number | undefined>((bits, { incidents: { characters } }) => (bits === undefined || characters === undefined ? undefined : bits | characters), 0),
    length: sum((chunk) => chunk.bytes.length),
  };
}

/** Where a cell starts and ends in the whole input, the carriage return of a CR LF left out as chunks with gaps do. */
function span(chunk: Chunk, index: number): readonly [number, number] {
  const start = cellStart(chunk, index);
  const end = chunk.ends[index] ?? 0;
  const trims = !chunk.starts && chunk.bytes[end] === 10 && chunk.bytes[end - 1] === 13 && end > start;
  return [chunk.offset + start, chunk.offset + end - (trims ? 1 : 0)];
}
