import type { Chunk } from '../core/chunk.ts';
import type { Reader } from '../core/format.ts';
import type { Cancellation } from '../core/host.ts';
import type { InParts } from '../util/inParts.ts';

/** What a long pass owes its surroundings: it can be stopped, it tells how far it is, it lets others have a turn. */
export interface Control {
  readonly cancellation?: Cancellation;
  readonly progress?: (bytes: number) => void;
  readonly pause?: () => Promise<void>;
}

/**
 * Gives others a turn; false where the work is not wanted any more. Long work asks after every chunk, column or pair of columns: a few milliseconds are as
 * long as anybody who types should wait.
 */
export async function goesOn({ pause, cancellation }: Control): Promise<boolean> {
  await pause?.();
  return cancellation?.cancelled !== true;
}

/** Does work in parts, with a turn for others after each. `undefined` when cancelled. */
export async function inTurns<T extends object>(parts: InParts<T>, control: Control): Promise<T | undefined> {
  for (;;) {
    const part = parts.next();
    if (part.done === true) return part.value;
    if (!await goesOn(control)) return undefined;
  }
}

/** What a visitor says after a chunk: `enough` ends the pass. */
export type Visited = 'enough' | 'more' | void;

/** Shows every chunk to `visit`, in order, until it has enough, and disposes the reader. False when the pass was cancelled before its end. */
export async function forEachChunk(reader: Reader, control: Control, visit: (chunk: Chunk) => Visited | Promise<Visited>): Promise<boolean> {
  try {
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
      if (control.cancellation?.cancelled) return false;
      const visited = visit(chunk);
      if ((visited instanceof Promise ? await visited : visited) === 'enough') return true;
      control.progress?.(chunk.offset + chunk.bytes.length);
      if (!await goesOn(control)) return false;
    }
    return control.cancellation?.cancelled !== true;
  } finally {
    reader.dispose();
  }
}
