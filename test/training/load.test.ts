import assert from 'node:assert/strict';
import test from 'node:test';
import { loadTable, type LoadOptions } from '../../server/src/bench/load.ts';
import { MISSING, NUMERIC, type Table, TEXT_LIMIT, UNLISTED } from '../../server/src/bench/table.ts';
import { Unable } from '../../server/src/core/compute.ts';
import { formats } from '../../server/src/formats/registry.generated.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';

const kernel = createKernel();

async function load(text: string | Uint8Array, options: Partial<LoadOptions> = {}): Promise<Table> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const format = formats.find(each => each.id === 'csv');
  assert.ok(format);
  const source = {
    size: bytes.length,
    read: async (target: Uint8Array, position: number) => {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
  };
  return loadTable({ fileName: 'table.csv', format, kernel, source, declared: {} }, {
    keep: () => 'numbers', maxRows: 50_000, maxBytes: Infinity, seed: 1, cancellation: { cancelled: false }, pause: async () => {}, ...options,
  });
}

const column = (table: Table, name: string) => {
  const found = table.columns.find(each => each.name === name);
  assert.ok(found, name);
  return { numbers: [...found.numbers], texts: [...found.codes].map(code => (code < 0 ? code : found.texts[code])) };
};

test('cells become numbers, texts or missing', async () => {
  const table = await load('size,name,day,code\n1.5,"a ""b""",2024-01-02,7\nNA,,1970-01-02,x\n-2e3,c,,y\n');
  assert.deepEqual([table.rows, table.fileRows, table.complete], [3, 3, true]);
  assert.deepEqual(column(table, 'size'), { numbers: [1.5, NaN, -2000], texts: [NUMERIC, MISSING, NUMERIC] });
  assert.deepEqual(column(table, 'name').texts, ['a "b"', MISSING, 'c']);
  assert.deepEqual(column(table, 'day').numbers, [19724, 1, NaN]);
  assert.deepEqual(column(table, 'code').texts, ['7', 'x', 'y']);
});

test('a target keeps its texts even where they are numbers', async () => {
  const table = await load('y,x\n0,1\n1,2\n0,3\n', { keep: name => (name === 'y' ? 'texts' : undefined) });
  assert.deepEqual(table.columns.map(({ name }) => name), ['y']);
  assert.deepEqual(column(table, 'y'), { numbers: [0, 1, 0], texts: ['0', '1', '0'] });
});

test('of many rows a sample is kept, the same for the same seed, from all over the file', async () => {
  const text = `i\n${Array.from({ length: 20_000 }, (_, i) => i).join('\n')}\n`;
  const [first, again, other] = [await load(text, { maxRows: 500 }), await load(text, { maxRows: 500 }), await load(text, { maxRows: 500, seed: 2 })];
  assert.deepEqual([first.rows, first.fileRows], [500, 20_000]);
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
  assert.equal(new Set(first.records).size, 500);
  assert.deepEqual(column(first, 'i').numbers, [...first.records]);
  const mean = first.records.reduce((sum, record) => sum + record, 0) / 500;
  // Four standard errors of the mean of a uniform sample.
  assert.ok(Math.abs(mean - 10_000) < 4 * 20_000 / Math.sqrt(12 * 500), `mean record ${mean}`);
});

test('different texts beyond the limit are not told apart', async () => {
  const table = await load(`name\n${Array.from({ length: TEXT_LIMIT + 10 }, (_, i) => `n${i}x`).join('\n')}\n`);
  assert.deepEqual(column(table, 'name').texts.slice(-11), [`n${TEXT_LIMIT - 1}x`, ...Array(10).fill(UNLISTED)]);
});

test('reading stops where it is told to, and says so', async () => {
  const text = `a,b\n${'1,some text to fill the chunk\n'.repeat(40_000)}`;
  const table = await load(text, { maxBytes: 1000 });
  assert.equal(table.complete, false);
  assert.ok(table.rows > 0 && table.rows < 40_000);
});

test('a table in UTF-16 is read like any other', async () => {
  const table = await load(Uint8Array.of(0xff, 0xfe, ...[...'a,b\n1,2\n'].flatMap(character => [character.charCodeAt(0), 0])));
  assert.deepEqual([table.rows, column(table, 'b').numbers[0]], [1, 2]);
});

test('what is no table is refused in words', async () => {
  const wide = Uint8Array.of(0xff, 0xfe, 0, 0, ...[...'a,b\n1,2\n'].flatMap(character => [character.charCodeAt(0), 0, 0, 0]));
  await assert.rejects(load(wide), error => error instanceof Unable && /cannot be read as a table/.test(error.words.template));
});
