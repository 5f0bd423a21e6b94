import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds after the last keystroke: it has its answer by then, and the next one is not there yet. */
const MOMENT = 30;

let timer: NodeJS.Timeout | undefined;
let collect: unknown;

/** Collects young garbage in a moment. Where this Node lets nobody do so it is collected when the engine sees fit. */
export function tidy(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    collect ??= collector();
    if (typeof collect === 'function') collect({ type: 'minor' });
  }, MOMENT).unref();
}

/** The engine's own function, which a flag makes a global of every context that is made after it was set. */
function collector(): unknown {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return found ?? false;
}
