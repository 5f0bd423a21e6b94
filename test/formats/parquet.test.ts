import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { cellsOf } from '../../server/src/core/chunk.ts';
import { textOf } from '../../server/src/core/content.ts';
import type { Resume } from '../../server/src/core/format.ts';
import { allRules, formatOf } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes, sourceOf } from '../harness/check.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

const [kernel] = Object.values(KERNELS);
assert.ok(kernel);
const KERNEL = kernel;
const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/parquet/${name}.parquet`);

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where each chunk began. */
  readonly chunks: readonly Resume[];
}

/** All cells as text, in the order of the columns. */
async function read(bytes: Uint8Array, from?: Resume): Promise<Read> {
  const format = formatOf('data.parquet');
  const source = sourceOf(bytes);
  const inspected = await format?.inspect?.(source, {});
  assert.ok(format && inspected && 'reading' in inspected);
  const reader = format.reader(KERNEL, source, inspected.reading, from);
  const rows: string[][] = [];
  const chunks: Resume[] = [];
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    chunks.push({ offset: chunk.offset, record: chunk.firstRecord, length: chunk.bytes.length });
    for (let record = 0; record < chunk.records; record++) {
      const [start, end] = cellsOf(chunk, record);
      const row: string[] = [];
      for (let cell = start; cell < end; cell++) row[chunk.columns?.[cell] ?? -1] = textOf(chunk, cell);
      rows.push(row);
    }
  }
  reader.dispose();
  return { header: inspected.reading.header, rows, chunks };
}

const column = ({ header, rows }: Read, name: string): readonly string[] => rows.map(row => row[header.indexOf(name)] ?? '(absent)');

async function told(bytes: Uint8Array, file = 'data.parquet'): Promise<readonly string[]> {
  const { findings } = await checkBytes(file, bytes, allRules, KERNEL);
  return findings.map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`);
}

/** What is expected of each column of `types.parquet`. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  id: ['1', '2', '3', ''],
  big: ['9007199254740993', '2', '3', '4'],
  u64: ['18446744073709551615', '2', '3', '4'],
  zip: ['007', '01234', '"q"', '上海'],
  f32: ['0.1', '2.5', 'NaN', '10000000000'],
  f64: ['0.1', '1e+300', '0', ''],
  ok: ['true', 'false', '', 'true'],
  day: ['2024-01-31', '', '1969-12-31', '2024-02-29'],
  at: ['2024-01-31T12:00:00.123456', '1960-01-01T00:00:00', '', '2024-01-01T00:00:00'],
  atz: ['2024-01-31T12:00:00Z', '', '', '2024-01-01T01:02:03Z'],
  ns: ['2024-01-31T12:00:00.123456789', '', '1970-01-01T00:00:00', '1969-12-31T23:59:59.999999999'],
  time: ['01:02:03', '', '23:59:59.500', '00:00:00'],
  price: ['1.1', '0.3', '', '-12345.67'],
  raw: ['<2 bytes>', 'abc', '', ''],
  tags: ['["a","b\\""]', '[]', '', '[null]'],
  pt: ['{"x":1,"y":2.5}', '', '{"x":null,"y":0.1}', '{"x":3,"y":4}'],
  cat: ['a', 'b', 'a', ''],
  none: ['', '', '', ''],
};

describe('a Parquet file', () => {
  for (const [name, texts] of Object.entries(TYPES)) {
    test(`renders column ${name}`, async () => assert.deepEqual(column(await read(fixture('types')), name), texts));
  }

  test('has its columns in order', async () => assert.deepEqual((await read(fixture('types'))).header, Object.keys(TYPES)));

  for (const codec of ['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4']) {
    test(`is read in codec ${codec}`, async () => {
      const one = await read(fixture(`codec-${codec}`));
      assert.deepEqual(one.header, ['id', 'zip', 'f64', 'tags']);
      for (const name of one.header) assert.deepEqual(column(one, name), TYPES[name]);
    });
  }

  for (const name of ['groups', 'pages']) {
    test(`of many ${name} has all rows, in order`, async () => {
      const one = await read(fixture(name));
      assert.equal(one.rows.length, 5000);
      assert.deepEqual(one.rows, one.rows.map((_, i) => [String(i), ['Oslo', 'Rome', '北京'][i % 3], String(i / 8)]));
    });
  }

  test('is read again from any chunk', async () => {
    const bytes = fixture('groups');
    const whole = await read(bytes);
    assert.ok(whole.chunks.length > 3);
    for (const from of whole.chunks) assert.deepEqual((await read(bytes, from)).rows, whole.rows.slice(from.record));
  });

  test('gives only the rows that are asked for', async () => {
    const { rows } = await read(fixture('groups'), { offset: 0, record: 0, length: 1, rows: new Set([3]) });
    assert.deepEqual(rows.slice(2, 5), [[], ['3', 'Oslo', '0.375'], []]);
  });

  test('has the findings of the same table as CSV', async () => {
    const { header, rows } = await read(fixture('groups'));
    const dirty = [header, ...rows].map(row => row.join(',')).join('\n');
    const csv = await checkBytes('data.csv', new TextEncoder().encode(`${dirty}\n`), allRules, KERNEL);
    const parquet = await checkBytes('data.parquet', fixture('groups'), allRules, KERNEL);
    const facts = (findings: typeof csv.findings): readonly string[] => findings.map(({ rule, count, column: of }) => `${rule} ${of} ${count}`).sort();
    assert.deepEqual(facts(parquet.findings).filter(one => !one.startsWith('parquet-layout')), facts(csv.findings));
    assert.deepEqual(parquet.table?.columns.map(({ summary }) => summary.distinct.count), csv.table?.columns.map(({ summary }) => summary.distinct.count));
    const hashes = ({ table }: typeof csv): unknown => table?.columns.map(({ summary }) => summary.values.map(({ hash }) => hash));
    assert.deepEqual(hashes(parquet), hashes(csv));
  });

  test('does not take digits in text for numbers', async () => {
    assert.deepEqual((await told(fixture('types'))).filter(text => /leading zeros|number/.test(text)), []);
  });
});

describe('a damaged Parquet file', () => {
  test('that is cut anywhere is said to be', async () => {
    const bytes = fixture('types');
    for (const length of [5, 11, 100, 3000, bytes.length - 1]) {
      const [first, ...others] = await told(bytes.subarray(0, length));
      assert.match(first ?? '', /^damaged-file: The file is cut short/);
      assert.deepEqual(others, []);
    }
  });

  test('whose footer is damaged is said to be', async () => {
    const bytes = Uint8Array.from(fixture('types'));
    bytes.fill(0xff, bytes.length - 60, bytes.length - 20);
    bytes.set([0xff, 0xff, 0xff, 0x7f], bytes.length - 8);
    assert.match((await told(bytes)).join(), /^damaged-file: The end of the file/);
  });

  test('that is encrypted is said to be', async () => {
    const bytes = Uint8Array.from(fixture('types'));
    bytes.set(new TextEncoder().encode('PARE'), bytes.length - 4);
    assert.match((await told(bytes)).join(), /^damaged-file: The file is encrypted/);
  });

  test('is checked in the columns that can be read', async () => {
    const bytes = Uint8Array.from(fixture('codec-none'));
    bytes.fill(0xff, 4, 40);
    const { findings, table } = await checkBytes('data.parquet', bytes, allRules, KERNEL);
    const damaged = findings.filter(({ rule }) => rule === 'damaged-file');
    assert.deepEqual(damaged.map(({ column: of, message }) => [of, renderMessage(message, { locale: 'en' })]), [
      [0, '‘id’ cannot be read in 4 rows: its pages are damaged or in an unknown encoding. These cells count as missing; write the file again'],
    ]);
    assert.deepEqual(table?.columns.map(({ summary }) => summary.missing), [4, 0, 1, 1]);
  });

  test('that is something else is said to be', async () => {
    assert.match((await told(new TextEncoder().encode('PK\x03\x04...'))).join(), /not-this-format: .*ZIP or Excel/);
    assert.match((await told(new TextEncoder().encode('a,b\n1,2\n'))).join(), /not-this-format/);
    assert.match((await told(new Uint8Array())).join(), /empty/);
  });

  test('never throws and never hangs, whatever byte is wrong', async () => {
    const bytes = fixture('codec-snappy');
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ (1 << at % 8);
      await checkBytes('data.parquet', broken, [], KERNEL);
    }
  });
});

test('columns have the types they are stored as', async () => {
  const inspected = await formatOf('data.parquet')?.inspect?.(sourceOf(fixture('types')), {});
  assert.deepEqual(inspected && 'reading' in inspected && inspected.reading.types, [
    'int32', 'int64', 'uint64', 'string', 'float', 'double', 'bool', 'date', 'timestamp[us]', 'timestamp[ms, UTC]', 'timestamp[ns]', 'time[us]', 'decimal(10, 2)', 'binary', 'list<string>',
    'struct<x: int64, y: double>', 'string', 'null',
  ]);
});

test('parts of a dataset whose columns are stored as other types are said to be', async () => {
  const dataset = new Map([['train.parquet', { bytes: fixture('stored-a') }], ['test.parquet', { bytes: fixture('stored-b') }]]);
  const rules = allRules.filter(({ id }) => id === 'split-schema-mismatch');
  const found = await checkDataset(dataset, rules, KERNEL);
  assert.deepEqual(found.map(({ message, column }) => [column, renderMessage(message, { locale: 'en' })]), [
    [0, '‘id’ is stored as another type than in ‘train.parquet’: ‘double’ here, ‘int64’ there; likewise 2 columns more: ‘at’ and ‘tags’'],
  ]);
});

test('a packed Parquet file is no dataset', () => {
  assert.equal(formatOf('data.parquet.gz'), undefined);
  for (const name of ['a.parquet', 'A.PARQUET', 'b.pq']) assert.equal(formatOf(name)?.id, 'parquet');
});
