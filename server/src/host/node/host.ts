import { availableParallelism } from 'node:os';
import type { Host, Log } from '../../core/host.ts';
import { nodeCache } from './cache.ts';
import { nodeFiles } from './files.ts';
import { nodeImageReaders } from './imageReaders.ts';
import type { Permissions } from './permissions.ts';
import { nodeScanners } from './scannerPool.ts';
import { createThreads } from './threads.ts';
import { tidy } from './tidy.ts';

/**
 * The outside world as Node sees it. `maxWorkers` limits the threads that scan one file or decode images; 0 stands for as many as the machine has processors. `cache`: path of
 * a folder for what is kept from one start to the next.
 */
export function createNodeHost(log: Log, permissions: Permissions, maxWorkers: () => number = () => 0, cache?: string): Host {
  const [threads, most] = [createThreads(), (): number => maxWorkers() || availableParallelism()];
  return {
    files: nodeFiles(permissions),
    log,
    now: () => performance.now(),
    today: () => new Date(),
    pause,
    tidy,
    scanners: nodeScanners(permissions, threads, most),
    imageReaders: () => nodeImageReaders(permissions, threads, most),
    ...(cache !== undefined && { cache: nodeCache(cache, permissions.mayWrite) }),
  };
}

/** Two turns: in the first one input is read, which is handled in the second, before whoever waited goes on. */
const pause = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));
