import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Survey } from '../../core/kernel.ts';
import type { Part, Scanner, ScannerPool } from '../../core/scanner.ts';
import { permittedPath } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import type { ScannerAnswer, ScannerData, ScannerTask } from './scannerMessages.ts';

/** Scanner threads of this process; the bundle of the thread lies beside the one that starts it. */
export function nodeScanners(permissions: Permissions, most: () => number): ScannerPool {
  return {
    async open(uri, job) {
      const path = await permittedPath(uri, permissions);
      const count = most();
      if (typeof path !== 'string' || count < 2) return undefined;
      return Array.from({ length: count }, () => startScanner({ path, job }));
    },
  };
}

type Unnumbered = ScannerTask extends infer T ? (T extends ScannerTask ? Omit<T, 'id'> : never) : never;

function startScanner(data: ScannerData): Scanner {
  const worker = new Worker(join(__dirname, 'scanner.js'), { workerData: data });
  const waiting = new Map<number, { resolve(result: ScannerAnswer['result']): void; reject(cause: Error): void }>();
  let next = 0;
  const failAll = (cause: Error): void => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', ({ id, result, failure }: ScannerAnswer) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) waiter?.resolve(result);
    else waiter?.reject(new Error(failure));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the scanner has stopped')));
  const ask = (task: Unnumbered): Promise<ScannerAnswer['result']> => new Promise((resolve, reject) => {
    const id = next++;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ ...task, id });
  });
  return {
    survey: async (from, to) => expect(await ask({ do: 'survey', from, to }), isSurvey),
    scan: async stretch => expect(await ask({ do: 'scan', stretch }), isPart),
    export: async () => expect(await ask({ do: 'export' }), isBytes),
    close: () => void worker.terminate(),
  };
}

function expect<T extends object>(result: ScannerAnswer['result'], is: (result: ScannerAnswer['result']) => result is T & ScannerAnswer['result']): T {
  if (!is(result)) throw new Error('the scanner answered another question');
  return result;
}

const isSurvey = (result: ScannerAnswer['result']): result is Survey => result !== undefined && 'parity' in result;
const isPart = (result: ScannerAnswer['result']): result is Part => result !== undefined && 'chunks' in result;
const isBytes = (result: ScannerAnswer['result']): result is Uint8Array => result instanceof Uint8Array;
