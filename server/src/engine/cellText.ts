import type { Chunk } from '../core/chunk.ts';
import type { CellFacts } from '../core/kernel.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of the cell of a record, doubled quotes halved. */
export function textOfCell(chunk: Chunk, facts: CellFacts, record: number): string {
  const text = decoder.decode(chunk.bytes.subarray(facts.starts[record], facts.ends[record]));
  if (((facts.flags[record] ?? 0) & 2) === 0) return text;
  const quote = String.fromCharCode(chunk.quote);
  return text.replaceAll(quote + quote, quote);
}
