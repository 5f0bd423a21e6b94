import type { Cancellation } from '../core/host.ts';

/** One piece of long work. */
export interface JobSpec {
  /** Work of the same key replaces what waits or runs: the latest wins. Usually a URI. */
  readonly key: string;
  /** Who goes first among those that wait: smaller first; open documents 0, files on disk 1. */
  readonly priority: number;
  /** Heavy work runs one at a time; light work may run beside it, one at a time too. */
  readonly heavy: boolean;
  /** Milliseconds to wait for a replacement before the work may start. */
  readonly delay?: number;
  run(cancellation: Cancellation): Promise<void>;
}

/** How a job ended. `replaced` and `stopped` jobs may have run in part. */
export type JobEnd = 'done' | 'failed' | 'replaced' | 'stopped';

/** What the scheduler needs of the world. */
export interface JobsHost {
  /** Calls back after so many milliseconds; returns a function that takes it back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** A job threw: a bug, to be logged in one sentence. */
  failed(key: string, cause: Error): void;
  /** The number of jobs that run or wait changed. */
  changed(busy: number): void;
}

interface Job extends JobSpec, Cancellation {
  cancelled: boolean;
  state: 'delayed' | 'waiting' | 'running';
  end: JobEnd;
  takeBack: () => void;
  finish: (end: JobEnd) => void;
}

/** The one scheduler for all long work of the server. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();
  private readonly running = new Set<Job>();
  private idleWaiters: (() => void)[] = [];

  constructor(private readonly host: JobsHost) {}

  /** Jobs that run or wait. */
  get busy(): number {
    return this.running.size + [...this.jobs.values()].filter(job => job.state !== 'running').length;
  }

  /** Queues a job; the promise tells how it ended and never rejects. */
  start(spec: JobSpec): Promise<JobEnd> {
    this.cancel(spec.key, 'replaced');
    return new Promise(finish => {
      const job: Job = { ...spec, run: spec.run, cancelled: false, state: 'delayed', end: 'done', takeBack: () => undefined, finish };
      this.jobs.set(spec.key, job);
      if (spec.delay === undefined) this.ready(job);
      else job.takeBack = this.host.after(spec.delay, () => this.ready(job));
      this.host.changed(this.busy);
    });
  }

  /** Cancels the job of a key, if there is one. */
  cancel(key: string, end: 'replaced' | 'stopped' = 'stopped'): void {
    const job = this.jobs.get(key);
    if (!job) return;
    this.jobs.delete(key);
    job.cancelled = true;
    job.end = end;
    job.takeBack();
    if (job.state !== 'running') this.finished(job);
  }

  /** Cancels everything; returns how many jobs that were. */
  stop(): number {
    const keys = [...this.jobs.keys()];
    for (const key of keys) this.cancel(key);
    return keys.length;
  }

  isBusy(key: string): boolean {
    return this.jobs.has(key);
  }

  /** Resolves once nothing runs or waits. */
  idle(): Promise<void> {
    return this.busy === 0 ? Promise.resolve() : new Promise(resolve => this.idleWaiters.push(resolve));
  }

  private ready(job: Job): void {
    if (job.cancelled) return;
    job.state = 'waiting';
    this.next();
  }

  private next(): void {
    for (const heavy of [false, true]) {
      if ([...this.running].some(job => job.heavy === heavy)) continue;
      const [job] = [...this.jobs.values()].filter(candidate => candidate.state === 'waiting' && candidate.heavy === heavy)
        .sort((a, b) => a.priority - b.priority);
      if (job) void this.execute(job);
    }
  }

  private async execute(job: Job): Promise<void> {
    job.state = 'running';
    this.running.add(job);
    try {
      await job.run(job);
    } catch (cause) {
      if (!job.cancelled) job.end = 'failed';
      this.host.failed(job.key, cause instanceof Error ? cause : new Error(String(cause)));
    }
    this.running.delete(job);
    if (this.jobs.get(job.key) === job) this.jobs.delete(job.key);
    this.finished(job);
    this.next();
  }

  private finished(job: Job): void {
    job.finish(job.end);
    const { busy } = this;
    this.host.changed(busy);
    if (busy > 0) return;
    const waiters = this.idleWaiters;
    this.idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}
