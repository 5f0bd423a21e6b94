import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScannerAnswer, ScannerTask } from './scannerMessages.ts';

/** Milliseconds for which a thread without work is kept: starting one and making its code fast costs more than many a file. */
const KEPT = 5000;
/** Megabytes for what a thread needs for a moment only: left to itself it takes more of them than it gains by. */
const YOUNG = 8;

/** Threads of this process that work on files. Whoever took one gives it back. */
export interface Threads {
  take(): Thread;
  giveBack(thread: Thread): void;
}

/** Threads are started where none is idle; the bundle of the thread lies beside the one that starts it. */
export function createThreads(): Threads {
  const idle = new Set<Thread>();
  return {
    take() {
      for (const kept of idle) {
        idle.delete(kept);
        if (!kept.failed) return kept.wake();
      }
      return new Thread();
    },
    giveBack(thread) {
      // A thread that still works for nobody is not waited for.
      if (thread.failed || thread.isBusy) return thread.end();
      thread.post({ do: 'close' });
      idle.add(thread);
      thread.rest(() => idle.delete(thread));
    },
  };
}

type Unnumbered = ScannerTask extends infer T ? (T extends ScannerTask ? Omit<T, 'id'> : never) : never;

/** One thread, with the tasks it has not answered yet. */
export class Thread {
  readonly #worker = new Worker(join(__dirname, 'scanner.mjs'), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  readonly #waiting = new Map<number, { resolve(result: ScannerAnswer['result']): void; reject(cause: Error): void }>();
  #next = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Whether it has stopped or said that something went wrong. */
  failed = false;

  constructor() {
    this.#worker.on('message', ({ id, result, failure }: ScannerAnswer) => {
      const waiter = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failure === undefined) return waiter?.resolve(result);
      // What nobody waits for is the opening of a file: the next question fails then.
      this.failed = true;
      waiter?.reject(new Error(failure));
    });
    this.#worker.on('error', cause => this.#failAll(cause));
    this.#worker.on('exit', () => this.#failAll(new Error('the scanner has stopped')));
  }

  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  ask(task: Unnumbered): Promise<ScannerAnswer['result']> {
    if (this.failed) return Promise.reject(new Error('the scanner has failed'));
    return new Promise((resolve, reject) => void this.#waiting.set(this.post(task), { resolve, reject }));
  }

  /** Gives a task whose answer nobody waits for, and returns its number. */
  post(task: Unnumbered): number {
    const id = this.#next++;
    this.#worker.postMessage({ ...task, id });
    return id;
  }

  wake(): this {
    clearTimeout(this.#timer);
    this.#worker.ref();
    return this;
  }

  /** Keeps the thread for a while, which does not keep the process; then ends it. */
  rest(ended: () => void): void {
    this.#worker.unref();
    this.#timer = setTimeout(() => {
      ended();
      this.end();
    }, KEPT).unref();
  }

  end(): void {
    void this.#worker.terminate();
  }

  #failAll(cause: Error): void {
    this.failed = true;
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
  }
}

/** The answer to a question of one kind. */
export function expectAnswer<T extends object>(result: ScannerAnswer['result'], is: (result: ScannerAnswer['result']) => result is T & ScannerAnswer['result']): T {
  if (!is(result)) throw new Error('the scanner answered another question');
  return result;
}
