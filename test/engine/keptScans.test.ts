import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cache } from '../../server/src/core/host.ts';
import type { Format, Source } from '../../server/src/core/format.ts';
import type { Readable } from '../../server/src/engine/chunkIndex.ts';
import { KeptScans, type KeptScan } from '../../server/src/engine/keptScans.ts';
import { scanTable, type Scan } from '../../server/src/engine/scan.ts';
import csv from '../../server/src/formats/csv/format.ts';
import jsonl from '../../server/src/formats/jsonl/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { scannerOf } from '../harness/scanners.ts';

const kernel = createKernel();
const URI = 'file:///grows';

/** Counts what is read from byte `from` on and before it. */
function sourceOf(bytes: Uint8Array): Source & { readonly reads: [at: number, length: number][] } {
  const reads: [number, number][] = [];
  return {
    size: bytes.length,
    reads,
    read(target, position) {
      reads.push([position, target.length]);
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
}

function memory(): Cache {
  const kept = new Map<string, string>();
  return { read: key => Promise.resolve(kept.get(key)), write: (key, text) => Promise.resolve(void kept.set(key, text)) };
}

function readableOf(text: string, format: Format = csv): Readable & { readonly source: ReturnType<typeof sourceOf> } {
  const bytes = new TextEncoder().encode(text);
  const detected = format.detect(kernel, bytes.subarray(0, 256), 'x', format === csv ? { delimiter: ',', header: true } : {});
  assert.ok('reading' in detected);
  return { kernel, format, source: sourceOf(bytes), reading: detected.reading };
}

async function scanned(readable: Readable, scans: KeptScans, together = false): Promise<{ readonly scan: Scan; readonly before: KeptScan | undefined }> {
  const before = await scans.recall(URI, readable, true);
  const scanners = together ? [scannerOf(readable), scannerOf(readable)] : [];
  let left: Omit<KeptScan, 'size'> | undefined;
  const scan = await scanTable(readable, { rowHashes: true, scanners, block: 300, before, keep: one => void (left = one) }, {});
  assert.ok(scan && left);
  await scans.keep(URI, readable, left, true);
  scanners.forEach(scanner => scanner.close());
  return { scan, before };
}

async function assertSame(text: string, scan: Scan, format: Format = csv): Promise<void> {
  const whole = await scanTable(readableOf(text, format), { rowHashes: true, scanners: [] }, {});
  assert.ok(whole);
  assert.deepEqual(scan.summarizer.export(), whole.summarizer.export());
  assert.deepEqual([scan.facts, scan.rows, scan.duplicates, scan.columns], [whole.facts, whole.rows, whole.duplicates, whole.columns]);
  const rows = Array.from({ length: scan.rows }, (_, row) => ({ at: 'row', row } as const));
  assert.deepEqual([...(await scan.index.locate(readableOf(text, format), rows)).values()], [...(await whole.index.locate(readableOf(text, format), rows)).values()]);
}

const cell = fc.constantFrom('', 'a', '12', '3.5', 'NA', '北京', '"x, y"', '"line\nbreak"', 'b"c');
const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map(cells => `${cells.join(',')}\n`);
const lines = fc.array(line, { minLength: 1, maxLength: 30 }).map(all => all.join(''));

test('a file that grew gives what a scan of the whole gives, however often it grew', async () => {
  await fc.assert(fc.asyncProperty(lines, lines, lines, fc.boolean(), async (first, second, third, together) => {
    const scans = new KeptScans(memory());
    let text = 'a,b,c\n';
    for (const more of [first, second, third]) {
      text += more;
      const { scan } = await scanned(readableOf(text), scans, together);
      await assertSame(text, scan);
      scan.summarizer.dispose();
    }
  }), { numRuns: 80 });
});

const rows = (count: number, from = 0): string => Array.from({ length: count }, (_, i) => `${from + i},x${(from + i) % 7},${(from + i) / 4}\n`).join('');

test('only the new end is scanned, and the rest held against what it was', async () => {
  const scans = new KeptScans(memory());
  const text = `a,b,c\n${rows(200_000)}`;
  await scanned(readableOf(text), scans);
  const grown = readableOf(`${text}${rows(50, 200_000)}`);
  const { before, scan } = await scanned(grown, scans);
  assert.equal(before?.size, text.length);
  assert.equal(scan.rows, 200_050);
  const again = grown.source.reads.reduce((sum, [at, length]) => sum + Math.min(length, Math.max(0, text.length - at)), 0);
  assert.ok(again < 2.1 * text.length, `${again} of ${text.length} bytes were read: once to compare, once to keep`);
});

test('an edit anywhere that keeps the length is seen', async () => {
  const text = `a,b,c\n${rows(150_000)}`;
  for (const at of [0.1234, 0.5001, 0.98765]) {
    const place = text.indexOf(',x', Math.floor(at * text.length)) + 1;
    const edited = `${text.slice(0, place)}y${text.slice(place + 1)}1,2,3\n`;
    const scans = new KeptScans(memory());
    await scanned(readableOf(text), scans);
    assert.equal((await scanned(readableOf(edited), scans)).before, undefined);
  }
});

test('lines of JSON that were appended are read alone too', async () => {
  const scans = new KeptScans(memory());
  const record = (i: number): string => `${JSON.stringify({ id: i, name: i % 9 === 0 ? null : `n${i}`, ...(i > 40 && { late: [i] }) })}\n`;
  const text = Array.from({ length: 60 }, (_, i) => record(i)).join('');
  await scanned(readableOf(text, jsonl), scans);
  const longer = text + Array.from({ length: 20 }, (_, i) => record(60 + i)).join('');
  const { before, scan } = await scanned(readableOf(longer, jsonl), scans);
  assert.equal(before?.size, text.length);
  await assertSame(longer, scan, jsonl);
});

test('a file is read as a whole where it did not merely grow', async () => {
  const text = `a,b,c\n${rows(40)}`;
  const changed = { shrunk: `a,b,c\n${rows(30)}`, same: text, edited: `${text.replace('5,x5', '5,y5')}1,2,3\n`, moved: `a,b,c\n0,0,0\n${rows(40)}`, header: `a,b,d\n${rows(41)}` };
  for (const [name, next] of Object.entries(changed)) {
    const scans = new KeptScans(memory());
    await scanned(readableOf(text), scans);
    const { before, scan } = await scanned(readableOf(next), scans);
    assert.equal(before, undefined, name);
    await assertSame(next, scan);
  }
});

test('what was cut off, or ends within a line, is not built upon', async () => {
  for (const text of [`a,b,c\n${rows(9)}1,2`, `a,b,c\n${rows(9)}1,"2\n`]) {
    const scans = new KeptScans(memory());
    await scanned(readableOf(text), scans);
    assert.equal(await scans.recall(URI, readableOf(`${text}3\n`), true), undefined);
  }
  const cut: Cache = { read: () => Promise.resolve('{"terms":"'), write: () => Promise.resolve() };
  assert.equal(await new KeptScans(cut).recall(URI, readableOf('a,b,c\n1,2,3\n'), true), undefined);
});
