import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { summarySize } from '../../server/src/core/kernel.ts';

const BYTES = { values: 24, buckets: 8, registers: 1 };
const bytesOf = ({ values, buckets, registerBits }: ReturnType<typeof summarySize>): number =>
  values * BYTES.values + buckets * BYTES.buckets + 2 ** registerBits * BYTES.registers;

test('a summary stays within clamp(64 MiB / columns, 256 B, 16 KiB) per column', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200_000 }), columns => {
    const allowed = Math.min(16 * 1024, Math.max(256, Math.floor(64 * 1024 * 1024 / columns)));
    assert.ok(bytesOf(summarySize(columns)) <= allowed, `${columns} columns: ${bytesOf(summarySize(columns))} over ${allowed}`);
  }));
});

test('more columns never get more room each', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 100_000 }), (columns, more) => {
    assert.ok(bytesOf(summarySize(columns + more)) <= bytesOf(summarySize(columns)));
  }));
});
