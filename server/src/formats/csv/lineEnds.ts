import type { Chunk } from '../../core/chunk.ts';
import { cellStart } from '../../core/chunk.ts';
import { contentOf } from '../../core/content.ts';
import type { FactList } from '../../core/factList.ts';
import { LINE_ENDS } from '../../core/structure.ts';
import { firstAbove } from '../../util/search.ts';
import { placeOfOffset } from './places.ts';

const LF = 10;
const CR = 13;

type LineEnd = (typeof LINE_ENDS)[number];

/** The commoner of LF and CR LF in a sample, or a lone CR where the records end with it. */
export function usualLineEnd(sample: Uint8Array, records: 'lf' | 'cr'): LineEnd {
  if (records === 'cr') return 'CR';
  let [pairs, feeds] = [0, 0];
  for (let at = sample.indexOf(LF); at !== -1; at = sample.indexOf(LF, at + 1)) {
    feeds++;
    if (sample[at - 1] === CR) pairs++;
  }
  return 2 * pairs > feeds ? 'CR LF' : 'LF';
}

/**
 * Records that end unlike the others. Chunks where the counts of the kernel leave no room for one are not looked at; a lone CR and a lone LF that make
 * up for each other in one chunk of CR LF go unseen.
 */
export function noteLineEnds(chunk: Chunk, usual: LineEnd, facts: FactList): void {
  const { incidents: { carriageReturns }, lineBreaks } = chunk;
  if (usual === 'CR' || carriageReturns === (usual === 'LF' ? 0 : lineBreaks)) return;
  noteRecordEnds(chunk, usual, facts);
  noteLoneReturns(chunk, usual, facts);
}

function noteRecordEnds(chunk: Chunk, usual: LineEnd, facts: FactList): void {
  const { bytes, recordEnds, ends, firstRecord } = chunk;
  for (let r = 0; r < chunk.records; r++) {
    const end = ends[(recordEnds[r] ?? 0) - 1] ?? 0;
    if (end >= bytes.length) continue;
    const found: LineEnd = bytes[end] === CR || (bytes[end] === LF && bytes[end - 1] === CR) ? 'CR LF' : 'LF';
    if (found !== usual) facts.add({ kind: 'odd-line-end', place: { at: 'row', row: firstRecord + r }, numbers: numbersOf(found, usual) });
  }
}

/** Carriage returns outside of quotes with no line feed behind them: editors break the line there, readers of tables do not. */
function noteLoneReturns(chunk: Chunk, usual: LineEnd, facts: FactList): void {
  const { bytes, ends } = chunk;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF || at + 1 >= bytes.length) continue;
    const cell = firstAbove(ends, at - 1);
    const inside = cell < ends.length && at >= cellStart(chunk, cell) && !contentOf(chunk, cell).quoted;
    if (inside) facts.add({ kind: 'odd-line-end', place: placeOfOffset(chunk, at), numbers: numbersOf('CR', usual) });
  }
}

const numbersOf = (style: LineEnd, usual: LineEnd): Readonly<Record<string, number>> => ({ style: LINE_ENDS.indexOf(style), usual: LINE_ENDS.indexOf(usual) });
