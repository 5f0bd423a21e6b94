import type { Matches, Question } from '../../core/matches.ts';
import type { LinedStretch, Scanner } from '../../core/scanner.ts';
import type { ChunkIndex } from '../chunkIndex.ts';
import { share } from '../parallelScan.ts';
import type { Control } from '../pass.ts';
import { ask, Asked, type AskedOf } from './asked.ts';
import { Tally } from './tally.ts';

/** Bytes that are looked at by one thread at a time: little, so that not much more is read than is needed, and that nobody waits who cancels. */
const STRETCH = 2 * 1024 * 1024;

/**
 * Answers questions that stand alone with the threads that help: each takes stretches, and their answers are put together in the order of the file, so
 * that they are those of one thread. The beginning is looked at before others are asked: often enough is found there. `undefined` when cancelled; rejects
 * where a thread fails. `busy`: this thread has a pass of its own to do meanwhile, and one of the others stays at rest.
 */
export async function askTogether(
  questions: readonly Question[], of: AskedOf, index: ChunkIndex, busy: boolean, control: Control, block = STRETCH,
): Promise<readonly Matches[] | undefined> {
  const [head, ...stretches] = index.stretches(block);
  const tallies = questions.map(question => new Tally(question));
  const asked = new Asked(questions, of);
  if (head && !await ask(asked, tallies, of.readable, head, control, head)) return undefined;
  if (stretches.length === 0 || tallies.every(({ done }) => done)) return tallies;
  const scanners = await of.readable.helpers?.() ?? [];
  try {
    if (scanners.length === 0) throw new Error('no threads to ask');
    const hands = busy && scanners.length > 1 ? scanners.slice(1) : scanners;
    return await shareOut(questions, tallies, stretches, hands, control) ? tallies : undefined;
  } finally {
    scanners.forEach(scanner => scanner.close());
  }
}

/** Stretches that are done wait for those before them. False when cancelled. */
async function shareOut(questions: readonly Question[], tallies: readonly Tally[], stretches: readonly LinedStretch[], scanners: readonly Scanner[], control: Control): Promise<boolean> {
  scanners.forEach(scanner => scanner.ask(questions));
  const waiting = new Map<number, readonly Matches[]>();
  let [next, enough] = [0, false];
  const stop = { get cancelled() { return enough || control.cancellation?.cancelled === true; } };
  await share(stretches, scanners, { ...control, cancellation: stop }, async (scanner, stretch) => {
    waiting.set(stretch.offset, await scanner.answer(stretch, tallies.map(({ left }) => left)));
    for (let first = stretches[next]; first && waiting.has(first.offset); first = stretches[++next]) {
      waiting.get(first.offset)?.forEach((matches, i) => tallies[i]?.merge(matches));
      waiting.delete(first.offset);
    }
    enough = tallies.every(({ done }) => done);
    control.progress?.(stretch.offset + stretch.length);
  });
  return control.cancellation?.cancelled !== true;
}
