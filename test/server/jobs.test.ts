import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Jobs, type JobSpec } from '../../server/src/engine/jobs.ts';

interface Bench {
  readonly jobs: Jobs;
  readonly failures: string[];
  /** Lets the delays of all waiting jobs pass. */
  elapse(): void;
}

function bench(): Bench {
  const failures: string[] = [];
  const timers = new Set<() => void>();
  const jobs = new Jobs({
    after: (_, callback) => {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    failed: key => failures.push(key),
    changed: () => undefined,
  });
  const elapse = (): void => {
    const due = [...timers];
    timers.clear();
    for (const callback of due) callback();
  };
  return { jobs, failures, elapse };
}

/** Work that ends when told to, or when it is cancelled. */
function work(key: string, log: string[], rest: Partial<JobSpec> = {}): { readonly spec: JobSpec; readonly release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => { release = resolve; });
  const spec: JobSpec = {
    key, priority: 0, heavy: false, ...rest,
    run: async cancellation => {
      log.push(`+${key}`);
      await released;
      log.push(cancellation.cancelled ? `!${key}` : `-${key}`);
    },
  };
  return { spec, release: () => release() };
}

test('the latest job of a key wins, before and while it runs', async () => {
  const { jobs, elapse } = bench();
  const log: string[] = [];
  const [first, second, third] = [1, 2, 3].map(() => work('a', log, { delay: 300 }));
  const ends = [first, second].map(each => jobs.start(each!.spec));
  elapse();
  ends.push(jobs.start(third!.spec));
  elapse();
  for (const each of [second, third]) each!.release();
  assert.deepEqual(await Promise.all(ends), ['replaced', 'replaced', 'done']);
  assert.deepEqual(log, ['+a', '!a', '+a', '-a']);
});

test('one heavy job at a time, open documents first, light work beside it', async () => {
  const { jobs } = bench();
  const log: string[] = [];
  const all = [
    work('disk1', log, { heavy: true, priority: 1 }), work('disk2', log, { heavy: true, priority: 1 }),
    work('open', log, { heavy: true, priority: 0 }), work('light', log),
  ];
  const ends = all.map(each => jobs.start(each.spec));
  assert.deepEqual(log, ['+disk1', '+light']);
  assert.equal(jobs.busy, 4);
  for (const each of all) each.release();
  await Promise.all(ends);
  assert.deepEqual(log.filter(entry => entry.startsWith('+')), ['+disk1', '+light', '+open', '+disk2']);
});

test('a job that crashes costs itself', async () => {
  const { jobs, failures } = bench();
  const end = jobs.start({ key: 'a', priority: 0, heavy: false, run: () => Promise.reject(new Error('bug')) });
  assert.equal(await end, 'failed');
  assert.deepEqual(failures, ['a']);
  assert.equal(await jobs.start({ key: 'a', priority: 0, heavy: false, run: () => Promise.resolve() }), 'done');
});

test('stop ends what runs and what waits, and then it is idle', async () => {
  const { jobs } = bench();
  const log: string[] = [];
  const [running, waiting, delayed] = [work('a', log, { heavy: true }), work('b', log, { heavy: true }), work('c', log, { delay: 300 })];
  const ends = [running, waiting, delayed].map(each => jobs.start(each.spec));
  assert.equal(jobs.stop(), 3);
  running.release();
  assert.deepEqual(await Promise.all(ends), ['stopped', 'stopped', 'stopped']);
  await jobs.idle();
  assert.deepEqual(log, ['+a', '!a']);
});
