import type { Host, Log } from '../../core/host.ts';
import { type AskClient, clientFiles } from './clientFiles.ts';

/** The outside world as a server without a disk sees it: files through the client, one thread. Runs in browsers and in Node. */
export function createClientHost(log: Log, ask: AskClient): Host {
  return {
    files: clientFiles(ask),
    log,
    now: () => performance.now(),
    today: () => new Date(),
    pause: pauses(),
  };
}

const SLICE = 12;

/** Browsers make timers wait 4 ms, so a pause is taken only once a slice of so many milliseconds is used up. */
function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise<void>(resolve => setTimeout(resolve, 0));
    since = performance.now();
  };
}
