import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Source } from '../../server/src/core/format.ts';
import type { Reading } from '../../server/src/core/reading.ts';
import { recordStart } from '../../server/src/engine/recordStart.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';

const kernel = createKernel();

/** Gives a few bytes at a time, as a slow drive may. */
function sourceOf(bytes: Uint8Array, most = Infinity): Source {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + Math.min(most, target.length));
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
}

function readingOf(bytes: Uint8Array): Reading {
  const detected = csv.detect(kernel, bytes, 'x.csv', { delimiter: ',', header: true, quote: '"' });
  assert.ok('reading' in detected);
  return detected.reading;
}

/** Rows whose quotes are no riddle: contents begin and end with letters. */
const content = fc.constantFrom('a', 'b c', 'x "y" z', 'one, two', 'one\ntwo', 'say ""hi"" to', '北京');
const row = fc.tuple(fc.integer(), content, content).map(([id, one, two]) => [String(id), one, two].map(text => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)));

test('the next record is found from any byte of a table whose cells begin and end with letters', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 8, maxLength: 30 }), fc.integer({ min: 1, max: 9 }), async (rows, most) => {
    const records = ['id,one,two', ...rows.map(cells => cells.join(','))].map(record => `${record}\n`);
    const bytes = new TextEncoder().encode(records.join(''));
    const starts = [0];
    for (const record of records) starts.push((starts.at(-1) ?? 0) + new TextEncoder().encode(record).length);
    const reading = readingOf(bytes);
    // Where nothing follows that tells, a border is taken to lie outside of quotes.
    const last = starts.at(-6) ?? 0;
    const told = rows.slice(-5).some(cells => cells.some(cell => cell.startsWith('"')));
    for (let at = reading.bodyOffset; told && at <= last; at++) {
      assert.equal(await recordStart(sourceOf(bytes, most), reading, at), starts.find(start => start >= at), `from byte ${at}`);
    }
  }), { numRuns: 60 });
});

test('without quotes the next line is the next record, and after the last one the file ends', async () => {
  const bytes = new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(9)}3,4`);
  const reading = readingOf(bytes);
  assert.equal(await recordStart(sourceOf(bytes), reading, 4), 4);
  assert.equal(await recordStart(sourceOf(bytes), reading, 5), 8);
  assert.equal(await recordStart(sourceOf(bytes), reading, bytes.length - 2), bytes.length);
  assert.equal(await recordStart(sourceOf(bytes), reading, bytes.length), bytes.length);
});

test('a record that is longer than any may be is not followed to its end', async () => {
  const bytes = new Uint8Array(40 * 1024 * 1024).fill(97);
  bytes.set(new TextEncoder().encode('a,b\n1,2\n'));
  let farthest = 0;
  const source = sourceOf(bytes);
  const watched: Source = {
    ...source,
    read(target, position) {
      farthest = Math.max(farthest, position + target.length);
      return source.read(target, position);
    },
  };
  await recordStart(watched, readingOf(bytes.subarray(0, 8)), 1024);
  assert.ok(farthest < 12 * 1024 * 1024, `looked as far as ${farthest}`);
});
