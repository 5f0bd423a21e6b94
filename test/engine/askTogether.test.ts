import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Source } from '../../server/src/core/format.ts';
import type { Matches, Question } from '../../server/src/core/matches.ts';
import type { CellQuery, Query } from '../../server/src/core/query.ts';
import { not } from '../../server/src/core/query.ts';
import type { Scanner } from '../../server/src/core/scanner.ts';
import type { Readable } from '../../server/src/engine/chunkIndex.ts';
import { ask, Asked, type AskedOf } from '../../server/src/engine/queries/asked.ts';
import { askTogether } from '../../server/src/engine/queries/askTogether.ts';
import { standsAlone } from '../../server/src/engine/queries/standsAlone.ts';
import { Tally } from '../../server/src/engine/queries/tally.ts';
import { allDetectors } from '../../server/src/engine/registry.ts';
import { scanTable, type Scan } from '../../server/src/engine/scan.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { scannerOf } from '../harness/scanners.ts';

const kernel = createKernel();

/** Notes how far it was read. */
function sourceOf(bytes: Uint8Array, reach: { to: number }): Source {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      reach.to = Math.max(reach.to, position + part.length);
      return Promise.resolve(part.length);
    },
  };
}

function readableOf(text: string, reach = { to: 0 }): Readable {
  const bytes = new TextEncoder().encode(text);
  const detected = csv.detect(kernel, bytes.subarray(0, 65536), 'x.csv', { delimiter: ',', header: true });
  assert.ok('reading' in detected);
  return { kernel, format: csv, source: sourceOf(bytes, reach), reading: detected.reading };
}

const QUERIES: readonly Query[] = [
  { is: 'missing' }, { is: 'class', classes: ['integer', 'float'] }, { is: 'quoted' }, { is: 'absent' }, { is: 'in', values: ['a', '12'] }, { is: 'outside', low: 3, high: 10 },
  { is: 'characters', of: 'line-break' }, { is: 'length', over: 3 }, { is: 'pattern', source: '[0-9-]+' }, { is: 'form', form: 'date' }, { is: 'detector', id: 'email' }, { is: 'personal', of: 'email' },
  { is: 'same', left: 0, right: 1 }, { is: 'compare', left: 0, op: '<', right: 2 }, { is: 'sum', parts: [0, 1], total: 2, within: 1 },
  { is: 'and', of: [{ is: 'quoted' }, not({ is: 'length', over: 5 })] },
];
const question: fc.Arbitrary<Question> = fc.record({
  query: fc.constantFrom(...QUERIES), column: fc.integer({ min: 0, max: 2 }), keep: fc.integer({ min: 1, max: 4 }), examples: fc.boolean(),
  within: fc.constantFrom(undefined, { column: 1, hashes: [kernel.hash(new TextEncoder().encode('a'))] }),
});
const cell = fc.constantFrom('', 'a', 'a', '12', '3.5', '-', '2024-01-02', '北京', 'x@example.org', '"x, y"', '"line\nbreak"', '"say ""hi"""', 'mail x@example.org now');
const broken = fc.constantFrom('b"c', '"open', '"x" y', '"two\nlines" z', 'cr\rhere');
const tableOf = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .map(rows => ['a,b,c', ...rows.map(row => row.join(','))].join('\n'));

/** The table scanned in stretches, so that it is remembered as many chunks. */
async function scanned(readable: Readable, block: number): Promise<Scan> {
  const scanner = scannerOf(readable);
  const scan = await scanTable(readable, { rowHashes: false, scanners: [scanner], block }, {});
  scanner.close();
  assert.ok(scan);
  return scan;
}

async function askAlone(questions: readonly Question[], of: AskedOf, scan: Scan): Promise<readonly Matches[]> {
  const tallies = questions.map(one => new Tally(one));
  await ask(new Asked(questions, of), tallies, of.readable, scan.index.lines, {});
  return tallies;
}

const plain = (answers: readonly Matches[] | undefined) => answers?.map(({ count, located }) => ({ count, located }));

test('questions asked of stretches have the answers that one thread gives, whatever quotes are wrong', async () => {
  await fc.assert(fc.asyncProperty(
    fc.oneof(tableOf(cell), tableOf(fc.oneof({ weight: 4, arbitrary: cell }, broken))), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }), fc.array(question, { minLength: 1, maxLength: 5 }),
    async (text, block, count, questions) => {
      const readable = readableOf(text);
      const scan = await scanned(readable, block);
      const helpers = (): Promise<readonly Scanner[]> => Promise.resolve(Array.from({ length: count }, () => scannerOf(readable)));
      const of = { readable: { ...readable, helpers }, summarizer: scan.summarizer, detectors: allDetectors, others: new Map<string, never>() };
      assert.deepEqual(plain(await askTogether(questions, of, scan.index, false, {}, block)), plain(await askAlone(questions, of, scan)));
      scan.summarizer.dispose();
    }), { numRuns: 600 });
});

const LINES = Array.from({ length: 20_000 }, (_, i) => `${i},x,y`).join('\n');

test('once examples enough are found, the rest is not read', async () => {
  const reach = { to: 0 };
  const readable = readableOf(`a,b,c\n${LINES}`, reach);
  const scan = await scanned(readable, 10_000);
  const asked = { stretches: 0 };
  const helpers = (): Promise<readonly Scanner[]> => Promise.resolve([1, 2].map(() => {
    const scanner = scannerOf(readable);
    return { ...scanner, answer: (...of: Parameters<Scanner['answer']>) => (asked.stretches++, scanner.answer(...of)) };
  }));
  const of = { readable: { ...readable, helpers }, summarizer: scan.summarizer, detectors: allDetectors, others: new Map<string, never>() };
  const examples = (low: number): Question => ({ query: { is: 'outside', low: -1, high: low }, column: 0, keep: 3, examples: true });
  reach.to = 0;
  assert.equal((await askTogether([examples(10)], of, scan.index, false, {}, 10_000))?.[0]?.count, 3);
  assert.equal(asked.stretches, 0, 'the beginning is read by one');
  assert.ok(reach.to < 30_000);
  await askTogether([examples(3000)], of, scan.index, false, {}, 10_000);
  assert.ok(asked.stretches > 0 && reach.to < 110_000, `read to ${reach.to}`);
  scan.summarizer.dispose();
});

test('whoever cancels gets no answer, and a thread that fails is an error', async () => {
  const readable = readableOf(`a,b,c\n${LINES}`);
  const scan = await scanned(readable, 10_000);
  const cancellation = { cancelled: false };
  const of = (answer: () => Promise<readonly Matches[]>): AskedOf => ({
    readable: { ...readable, helpers: () => Promise.resolve([{ ...scannerOf(readable), answer }]) }, summarizer: scan.summarizer, detectors: allDetectors, others: new Map(),
  });
  const questions: readonly Question[] = [{ query: { is: 'missing' }, column: 0, keep: 3 }];
  const cancelled = of(() => {
    cancellation.cancelled = true;
    return Promise.resolve([{ count: 0, located: [] }]);
  });
  assert.equal(await askTogether(questions, cancelled, scan.index, false, { cancellation }, 10_000), undefined);
  await assert.rejects(askTogether(questions, of(() => Promise.reject(new Error('gone'))), scan.index, false, {}, 10_000), /gone/);
  scan.summarizer.dispose();
});

test('what looks at other rows or tables is asked in one piece', () => {
  const apart: readonly Query[] = [{ is: 'repeated' }, { is: 'step', over: 1 }, { is: 'duplicate' }, { is: 'occurs-in', table: 't', column: 0 }, { is: 'digest', of: 0, in: 1, algorithm: 'md5' }];
  for (const query of apart) assert.equal(standsAlone(query), false);
  const inner: CellQuery = { is: 'or', of: [{ is: 'missing' }, not({ is: 'repeated' })] };
  assert.equal(standsAlone(inner), false);
  for (const query of QUERIES) assert.equal(standsAlone(query), true);
});
