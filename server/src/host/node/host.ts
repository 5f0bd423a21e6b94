import { availableParallelism } from 'node:os';
import type { Host, Log } from '../../core/host.ts';
import { nodeFiles } from './files.ts';
import type { Permissions } from './permissions.ts';

/** The outside world as Node sees it. */
export function createNodeHost(log: Log, permissions: Permissions): Host {
  return {
    files: nodeFiles(permissions),
    log,
    now: () => performance.now(),
    today: () => new Date(),
    pause: () => new Promise(resolve => setImmediate(resolve)),
    parallelism: availableParallelism(),
  };
}
