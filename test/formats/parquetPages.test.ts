import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openParquet } from '../../server/src/formats/parquet/file.ts';
import type { Group, ParquetFile } from '../../server/src/formats/parquet/file.ts';
import { NestedPages } from '../../server/src/formats/parquet/nested.ts';
import { NONE } from '../../server/src/formats/parquet/page.ts';
import type { FlatColumn } from '../../server/src/formats/parquet/page.ts';
import { ColumnPages } from '../../server/src/formats/parquet/pages.ts';
import type { Pages } from '../../server/src/formats/parquet/pages.ts';
import { readRuns } from '../../server/src/formats/parquet/runs.ts';
import { sourceOf } from '../harness/check.ts';

const FOLDER = 'test/fixtures/parquet';
const decoder = new TextDecoder();

async function open(name: string): Promise<ParquetFile> {
  const file = await openParquet(sourceOf(readFileSync(`${FOLDER}/${name}`)));
  assert.ok(!('fault' in file));
  return file;
}

/** The cell of a row; `null` where there is none, `lost` where it cannot be read. */
async function cellOf(pages: Pages, row: number): Promise<string | null> {
  const { first, end, values } = await pages.at(row);
  assert.ok(first <= row && row < end);
  if (values === 'lost') return 'lost';
  if (values === 'nulls') return null;
  const code = values.codes ? values.codes[row - first] : row - first;
  if (code === undefined || code === NONE) return null;
  return decoder.decode(values.texts.bytes.subarray(values.texts.starts[code], values.texts.ends[code]));
}

interface Case {
  readonly file: ParquetFile;
  readonly group: Group;
  readonly name: string;
  readonly flat: FlatColumn;
}

/** All columns of plain values of all files, group by group. */
async function cases(): Promise<readonly Case[]> {
  const all: Case[] = [];
  for (const name of readdirSync(FOLDER).filter(one => one.endsWith('.parquet'))) {
    const file = await open(name);
    for (const group of file.groups) for (const { name: column, flat } of file.columns) if (flat) all.push({ file, group, name: column, flat });
  }
  return all;
}

function pagesOf({ file, group, name, flat }: Case, ahead = 300): ColumnPages {
  const chunk = group.chunks.get(name);
  assert.ok(chunk);
  return new ColumnPages(file.buffer, { ...flat, decoder: { ...flat.decoder, codec: chunk.codec } }, chunk, group.rows, ahead);
}

describe('columns of plain values', () => {
  test('have the values that the package reads', async () => {
    const all = await cases();
    assert.ok(all.length > 80);
    for (const one of all) {
      const { file, group, name } = one;
      const column = file.columns.find(({ name: other }) => other === name);
      assert.ok(column);
      const [pages, reference] = [pagesOf(one), new NestedPages(file, group, column, 1)];
      for (let row = 0; row < group.rows; row++) assert.equal(await cellOf(pages, row), await cellOf(reference, row), `${name} ${row}`);
    }
  });

  test('are the same in any order, asked one after the other or at once', async () => {
    const all = (await cases()).filter(({ group }) => group.rows > 100);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...all), fc.array(fc.nat(799), { minLength: 1, maxLength: 12 }), async (one, rows) => {
      const inside = rows.map(row => row % one.group.rows);
      const inOrder = pagesOf(one);
      const expected = new Map<number, string | null>();
      for (const row of [...inside].sort((a, b) => a - b)) expected.set(row, await cellOf(inOrder, row));
      const pages = pagesOf(one, 10);
      assert.deepEqual(await Promise.all(inside.map(row => cellOf(pages, row))), inside.map(row => expected.get(row)));
    }), { numRuns: 300 });
  });

  test('lose the same rows in any order where a byte is wrong', async () => {
    for (const name of ['encodings-1.parquet', 'encodings-2.parquet']) {
      const whole = readFileSync(`${FOLDER}/${name}`);
      await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(7), fc.nat(15), async (where, bit, column) => {
        const file = await open(name);
        const [group] = file.groups;
        const { name: of = '', flat } = file.columns[column] ?? {};
        const chunk = group?.chunks.get(of);
        if (!group || !flat || !chunk) return;
        const bytes = Uint8Array.from(whole);
        const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
        const at = start + where % Number(chunk.total_compressed_size);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const one: Case = { file: { ...file, buffer: { byteLength: bytes.length, slice: (from, to) => bytes.slice(from, to).buffer } }, group, name: of, flat };
        const forth = pagesOf(one);
        const back = pagesOf(one);
        const [up, down]: (string | null)[][] = [[], []];
        for (let row = 0; row < group.rows; row++) up?.push(await cellOf(forth, row));
        for (let row = group.rows - 1; row >= 0; row -= 37) down?.push(await cellOf(back, row));
        assert.deepEqual(down, Array.from(down ?? [], (_, i) => up?.[group.rows - 1 - 37 * i]));
      }), { numRuns: 150 });
    }
  });
});

test('runs and packed bits of any width are read back, and never beyond their end', () => {
  const run = fc.oneof(
    fc.record({ packed: fc.constant(false), count: fc.integer({ min: 0, max: 300 }), value: fc.nat() }),
    fc.record({ packed: fc.constant(true), count: fc.integer({ min: 0, max: 5 }), value: fc.nat() }),
  );
  fc.assert(fc.property(fc.integer({ min: 0, max: 32 }), fc.array(run, { maxLength: 8 }), fc.nat(10), (width, runs, cut) => {
    const bytes: number[] = [];
    const expected: number[] = [];
    const mask = 2 ** width;
    for (const { packed, count, value } of runs) {
      let header = 2 * count + Number(packed);
      for (; header >= 128; header = Math.floor(header / 128)) bytes.push(header % 128 + 128);
      bytes.push(header);
      const values = Array.from({ length: packed ? 8 * count : 1 }, (_, i) => (value * (i + 1) * 40503) % mask);
      if (packed) {
        let bits = 0n;
        values.forEach((one, i) => (bits |= BigInt(one) << BigInt(i * width)));
        for (let i = 0; i < count * width; i++) bytes.push(Number((bits >> BigInt(8 * i)) & 255n));
        expected.push(...values);
      } else {
        for (let i = 0; i < Math.ceil(width / 8); i++) bytes.push(Math.floor((values[0] ?? 0) / 256 ** i) % 256);
        expected.push(...Array.from({ length: count }, () => values[0] ?? 0));
      }
    }
    const all = Uint8Array.from([9, ...bytes, 9]);
    const values = new Uint32Array(Math.max(0, expected.length - cut));
    readRuns(all, 1, all.length - 1, width, values);
    assert.deepEqual([...values], expected.slice(0, values.length));
    assert.throws(() => readRuns(all, 1, all.length - 1, width, new Uint32Array(expected.length + 1)));
  }), { numRuns: 500 });
});
