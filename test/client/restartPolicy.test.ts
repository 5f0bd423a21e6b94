import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restartPolicy } from '../../client/src/restartPolicy.ts';

const minute = 60_000;

function policyWithClock() {
  let now = 0;
  return { policy: restartPolicy(() => now), wait: (milliseconds: number) => { now += milliseconds; } };
}

test('a server that dies is started again, and that is said', () => {
  assert.equal(policyWithClock().policy.died(), 'restart-and-say');
});

test('a server that dies again soon stays down', () => {
  const { policy, wait } = policyWithClock();
  policy.died();
  policy.started();
  wait(minute);
  assert.equal(policy.died(), 'stay-down');
});

test('a server that worked for a while is started again, and that is not said twice', () => {
  const { policy, wait } = policyWithClock();
  policy.died();
  policy.started();
  wait(5 * minute);
  assert.equal(policy.died(), 'restart');
});

test('a restart by hand forgives what was before', () => {
  const { policy } = policyWithClock();
  policy.died();
  policy.started();
  policy.forgive();
  assert.equal(policy.died(), 'restart');
});
