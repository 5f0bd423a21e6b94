import type { Chunk } from '../core/chunk.ts';
import { textOf } from '../core/content.ts';
import type { CellFacts } from '../core/kernel.ts';
import { cellAt } from './chunkIndex.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of the cell of a record, doubled quotes halved. */
export function textOfCell(chunk: Chunk, facts: CellFacts, record: number): string {
  const text = decoder.decode(chunk.bytes.subarray(facts.starts[record], facts.ends[record]));
  if (((facts.flags[record] ?? 0) & 2) === 0) return text;
  const quote = String.fromCharCode(chunk.quote);
  return text.replaceAll(quote + quote, quote);
}

/** The words of some columns of a record, as one text: of lists of turns, what is said in them, whatever escapes it is written with. */
export function wordsOfRow(chunk: Chunk, record: number, columns: readonly number[]): string {
  return columns.map(column => {
    const cell = cellAt(chunk, record, column);
    return cell === -1 ? '' : wordsOf(textOf(chunk, cell));
  }).join(' ');
}

function wordsOf(text: string): string {
  if (!/^\s*\[\s*[{"]/.test(text)) return text;
  try {
    const said: string[] = [];
    const list: unknown = JSON.parse(text, (key, value: unknown) => {
      if (typeof value === 'string' && !UNSAID.has(key)) said.push(value);
      return value;
    });
    return Array.isArray(list) ? said.join(' ') : text;
  } catch {
    return text;
  }
}

/** Keys of turns whose values say who speaks and what kind of thing follows. */
const UNSAID: ReadonlySet<string> = new Set(['role', 'from', 'type', 'id', 'tool_call_id', 'name']);
