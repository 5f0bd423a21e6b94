import { Unable } from '../core/compute.ts';
import { type Message, name, say } from '../core/message.ts';

/** A sentence for whatever was thrown. */
export function wordsOf(thrown: unknown): Message {
  if (thrown instanceof Unable) return thrown.words;
  const reason = thrown instanceof Error ? thrown.message : typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
  if (/out of memory|allocation failed|bad_alloc|Cannot enlarge memory/i.test(reason)) {
    return say`There was not enough memory. Try fewer rows or fewer columns.`;
  }
  return say`The computation failed: ${name(firstLine(reason))}`;
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 200);
