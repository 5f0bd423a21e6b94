import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Source } from '../../server/src/core/format.ts';
import type { Scanner } from '../../server/src/core/scanner.ts';
import { codeColumns } from '../../server/src/engine/codeColumns.ts';
import { summarizerOf } from '../../server/src/engine/scanPart.ts';
import { scanTable } from '../../server/src/engine/scan.ts';
import type { Readable } from '../../server/src/engine/chunkIndex.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { scannerOf } from '../harness/scanners.ts';

const kernel = createKernel();

function sourceOf(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return Promise.resolve(part.length);
    },
  };
}

function readableOf(bytes: Uint8Array): Readable {
  const detected = csv.detect(kernel, bytes.subarray(0, 65536), 'x.csv', { delimiter: ',', header: true });
  assert.ok('reading' in detected);
  return { kernel, format: csv, source: sourceOf(bytes), reading: detected.reading };
}

const cell = fc.oneof(fc.constantFrom('', 'a', '12', '3.5', 'NA', '2024-01-02', '北京'), fc.constantFrom('"x, y"', '"line\nbreak"', '"say ""hi"""', '"\n\n"'));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 40 })
  .map(rows => new TextEncoder().encode(['a,b,c', ...rows.map(row => row.join(','))].join('\n')));

test('a file scanned in stretches of any size gives what one scan gives', async () => {
  await fc.assert(fc.asyncProperty(table, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }), async (bytes, block, count) => {
    const readable = readableOf(bytes);
    const alone = await scanTable(readable, { rowHashes: true, scanners: [] }, {});
    const scanners = Array.from({ length: count }, () => scannerOf(readable));
    const together = await scanTable(readable, { rowHashes: true, scanners, block }, {});
    assert.ok(alone && together);
    assert.deepEqual(together.summarizer.export(), alone.summarizer.export());
    assert.deepEqual(together.facts, alone.facts);
    assert.deepEqual(together.duplicates, alone.duplicates);
    const rows = Array.from({ length: 45 }, (_, row) => ({ at: 'row', row } as const));
    assert.deepEqual([...(await together.index.locate(readable, rows)).values()], [...(await alone.index.locate(readable, rows)).values()]);
    scanners.forEach(scanner => scanner.close());
    alone.summarizer.dispose();
    together.summarizer.dispose();
  }), { numRuns: 600 });
});

test('columns coded in stretches have the codes one pass gives them', async () => {
  await fc.assert(fc.asyncProperty(table, fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }), async (bytes, count, columns) => {
    const readable = readableOf(bytes);
    const summarizer = summarizerOf(kernel, readable.reading);
    const helpers = (): Promise<readonly Scanner[]> => Promise.resolve(Array.from({ length: count }, () => scannerOf(readable)));
    const alone = await codeColumns(readable, summarizer, columns, 1, {});
    const together = await codeColumns({ ...readable, helpers }, summarizer, columns, 1, {}, 16);
    const plain = (all: typeof alone) => all?.map(({ codes, values }) => ({ codes: [...codes], values }));
    assert.deepEqual(plain(together), plain(alone));
    const hash = kernel.hash(new TextEncoder().encode('a'));
    assert.deepEqual(together?.map(one => one.codeOf(hash)), alone?.map(one => one.codeOf(hash)));
    summarizer.dispose();
  }), { numRuns: 600 });
});

test('malformed quotes give the same findings too: the file is then scanned by one', async () => {
  const broken = fc.array(fc.constantFrom('a', 'b"c', '"open', '"x" y', '"ok"', '\n'), { maxLength: 60 }).map(parts => new TextEncoder().encode(`a,b\n${parts.join(',')}`));
  await fc.assert(fc.asyncProperty(broken, fc.integer({ min: 1, max: 40 }), async (bytes, block) => {
    const readable = readableOf(bytes);
    const alone = await scanTable(readable, { rowHashes: true, scanners: [] }, {});
    const scanners = [scannerOf(readable), scannerOf(readable)];
    const together = await scanTable(readable, { rowHashes: true, scanners, block }, {});
    assert.deepEqual(together?.facts, alone?.facts);
    assert.deepEqual(together?.duplicates, alone?.duplicates);
    assert.deepEqual(together?.summarizer.export(), alone?.summarizer.export());
    scanners.forEach(scanner => scanner.close());
    alone?.summarizer.dispose();
    together?.summarizer.dispose();
  }), { numRuns: 600 });
});

/** Stretches of some bytes, alone and together. */
async function sameTogether(text: string, block: number): Promise<void> {
  const readable = readableOf(new TextEncoder().encode(text));
  const alone = await scanTable(readable, { rowHashes: true, scanners: [] }, {});
  const scanners = [scannerOf(readable), scannerOf(readable)];
  const together = await scanTable(readable, { rowHashes: true, scanners, block }, {});
  assert.deepEqual(together?.facts, alone?.facts);
  assert.deepEqual(together?.summarizer.export(), alone?.summarizer.export());
  assert.equal(together?.rows, alone?.rows);
  scanners.forEach(scanner => scanner.close());
  alone?.summarizer.dispose();
  together?.summarizer.dispose();
}

const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('\n');

test('a cell longer than several stretches is one cell', async () => {
  const story = lines(3000, i => `line ${i}, with ""quotes"" and, commas`);
  await sameTogether(`a,b,c\n${lines(50, i => `${i},x,"${story}"`)}\n`, 20_000);
});

test('a border is never taken for one that it is not: a text that looks like rows is read by one', async () => {
  const rows = lines(4000, i => `${i},2,3`);
  await sameTogether(`a,b,c\n1,2,"${rows}"\n${rows}\n`, 5000);
  await sameTogether(`a,b,c\n1,2,"\n${lines(2000, i => `${i},"",""`)}"\n${rows}\n`, 5000);
});

test('a column of texts without a quote for a long while', async () => {
  await sameTogether(`a,b,c\n1,2,"${'no line is like another here\n'.repeat(60_000)}"\n4,5,6\n`, 300_000);
});
