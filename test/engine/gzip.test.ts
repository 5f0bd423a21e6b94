import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Source } from '../../server/src/core/format.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { Gunzipped } from '../../server/src/engine/text/gunzipped.ts';
import { crc32 } from '../../server/src/util/crc32.ts';
import { encode } from '../../server/src/util/charset/encode.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes, sourceOf } from '../harness/check.ts';
import type { Cut } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

const [kernel] = Object.values(KERNELS);
assert.ok(kernel);
const KERNEL = kernel;
const rules = allRules;
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const TABLE = new TextEncoder().encode('id,city,price\n1,北京,12\n2,上海\n3,广州,x\n4,"深圳",14\n');

async function told(file: string, bytes: Uint8Array, cut: Cut = 'whole'): Promise<readonly string[]> {
  const { findings } = await checkBytes(file, bytes, rules, KERNEL, cut);
  return findings.map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`);
}

async function unpacked(bytes: Uint8Array): Promise<{ readonly text: Uint8Array; readonly broken: boolean }> {
  const source = new Gunzipped(sourceOf(bytes));
  const parts: Uint8Array[] = [];
  const target = new Uint8Array(1000);
  for (let position = 0, count = -1; count !== 0; position += count) {
    count = await source.read(target, position);
    parts.push(target.slice(0, count));
  }
  return { text: joined(...parts), broken: source.broken };
}

/** Bytes that pack badly, so that a file of them has many packed bytes: Park and Miller's generator. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) & 0xff);
}

describe('a gzip file', () => {
  test('gives the findings of its text, at the file, with rows and columns in words', async () => {
    const plain = await checkBytes('data.csv', TABLE, rules, KERNEL);
    const packed = await checkBytes('data.csv.gz', gzipSync(TABLE), rules, KERNEL);
    assert.ok(plain.findings.length > 0);
    assert.deepEqual(packed.findings.map(({ rule, count }) => [rule, count]), plain.findings.map(({ rule, count }) => [rule, count]));
    assert.deepEqual(packed.findings.map(({ primary }) => primary.place), plain.findings.map(({ primary }) => primary.place));
    for (const { primary, spots } of packed.findings) for (const { range } of [primary, ...spots]) assert.deepEqual(range.start, { line: 0, character: 0 });
    assert.ok((await told('data.csv.gz', gzipSync(TABLE))).some(text => text.startsWith('ragged-row:') && text.endsWith('(row 2)')));
  });

  test('that is not packed is read as it is, and said to be none', async () => {
    const [plain, misnamed] = [await told('data.csv', TABLE), await told('data.csv.gz', TABLE)];
    assert.deepEqual(misnamed.filter(text => text.startsWith('not-this-format:')).map(text => text.includes('not packed')), [true]);
    assert.equal(misnamed.length, plain.length + 1);
  });

  test('of NUL bytes alone is no table', async () => {
    assert.deepEqual((await told('data.csv.gz', gzipSync(new Uint8Array(100_000)))).map(text => text.slice(0, 16)), ['not-this-format:']);
  });

  test('may come in any pieces', async () => {
    const bytes = gzipSync(TABLE);
    const whole = await told('data.csv.gz', bytes);
    for (let cut = 1; cut < bytes.length; cut++) assert.deepEqual(await told('data.csv.gz', bytes, cut), whole);
    assert.deepEqual(await told('data.csv.gz', bytes, 'bytes'), whole);
  });

  test('may be written in another encoding', async () => {
    const gbk = encode(new TextDecoder().decode(TABLE), 'gbk');
    assert.ok(gbk);
    const { reading } = await checkBytes('data.csv.gz', gzipSync(gbk), rules, KERNEL);
    assert.equal(reading?.encoding, 'gbk');
  });

  test('may be no gzip at all', async () => {
    const { reading, table } = await checkBytes('data.csv.gz', TABLE, rules, KERNEL);
    assert.equal(reading?.encoding, 'utf-8');
    assert.equal(table?.records, 4);
  });

  test('is found by its name', () => {
    for (const file of ['a.csv.gz', 'A.CSV.GZ', 'b.tsv.gz', 'c.jsonl.gz']) assert.ok(formatOf(file), file);
    for (const file of ['a.gz', '.gz', 'a.tar.gz', 'a.csv.gzip']) assert.equal(formatOf(file), undefined, file);
  });
});

describe('unpacking', () => {
  const noisy = noise(200_000);
  test('of several members and of padding gives their texts, and nothing is broken', async () => {
    const bytes = joined(gzipSync(TABLE), gzipSync(noisy), gzipSync(new Uint8Array(0)), gzipSync(TABLE), new Uint8Array(512));
    const { text, broken } = await unpacked(bytes);
    assert.deepEqual(text, joined(TABLE, noisy, TABLE));
    assert.equal(broken, false);
  });

  test('of a file that was cut gives what is there, and tells', async () => {
    const bytes = gzipSync(noisy);
    for (const length of [bytes.length - 1, bytes.length - 8, bytes.length - 9, 100_000, 18, 11]) {
      const { text, broken } = await unpacked(bytes.subarray(0, length));
      assert.ok(broken, `${length} bytes`);
      assert.deepEqual(text, noisy.subarray(0, text.length));
      if (length > 1000) assert.ok(text.length > length - 40_000, `${text.length} of ${length}`);
    }
  });

  test('of a damaged file ends where the damage is seen, and tells', async () => {
    const bytes = gzipSync(joined(TABLE, noisy, TABLE));
    for (let at = 1000; at < bytes.length; at += 9973) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      assert.ok((await unpacked(damaged)).broken, `byte ${at}`);
    }
    assert.ok((await unpacked(joined(gzipSync(TABLE), TABLE))).broken, 'text after the last member');
  });

  test('reads at any offset, back and forth, beyond what is kept', async () => {
    const line = new TextEncoder().encode('0123456789abcdef\n');
    const size = 5 * 2 ** 20;
    const packed = gzipSync(Uint8Array.from({ length: size }, (_, i) => line[i % line.length] ?? 0));
    const source = new Gunzipped(sourceOf(packed), { head: 2 ** 20, tail: 2 ** 18 });
    const target = new Uint8Array(4);
    for (const at of [0, 1_700_003, size - 4, 4_500_001, 3, 4_000_000, 3_999_000, size - 9]) {
      assert.equal(await source.read(target, at), 4, `${at}`);
      assert.deepEqual([...target], [0, 1, 2, 3].map(i => line[(at + i) % line.length]), `${at}`);
    }
    assert.equal(await source.read(target, size), 0);
    assert.equal(source.size, size);
  });

  test('of a bomb is a stream', { timeout: 60_000 }, async () => {
    const packed = gzipSync(new Uint8Array(128 * 2 ** 20).fill(10));
    const bomb: Source = sourceOf(packed);
    const source = new Gunzipped(bomb, { head: 2 ** 20, tail: 2 ** 20 });
    const target = new Uint8Array(2 ** 20);
    const before = process.memoryUsage().arrayBuffers;
    let [position, most] = [0, 0];
    for (let count = -1; count !== 0; position += count) {
      count = await source.read(target, position);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    assert.equal(position, 128 * 2 ** 20);
    assert.ok(most < 96 * 2 ** 20, `${most} bytes of buffers`);
  });
});

test('a file that was cut is checked as far as it goes', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${(i * 7919) % 104_729},${i === 50 ? 'one,too many' : 'x'}`);
  const bytes = gzipSync(new TextEncoder().encode(`a,b,c\n${rows.join('\n')}\n`));
  const { findings, table } = await checkBytes('data.csv.gz', bytes.subarray(0, bytes.length - 20_000), rules, KERNEL);
  const broken = findings.find(({ rule }) => rule === 'broken-gzip');
  const records = table?.records ?? 0;
  assert.ok(records > 5000 && records < 20_000, `${records}`);
  assert.deepEqual(broken?.primary.place, { at: 'row', row: records - 1 });
  assert.ok(findings.some(({ rule }) => rule === 'ragged-row'));
});

test('CRC-32 of known texts', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  assert.equal(crc32(new Uint8Array(0)), 0);
  const text = new TextEncoder().encode('The quick brown fox jumps over the lazy dog');
  assert.equal(crc32(text), 0x414fa339);
  for (let cut = 0; cut <= text.length; cut++) assert.equal(crc32(text.subarray(cut), crc32(text.subarray(0, cut))), 0x414fa339);
});
