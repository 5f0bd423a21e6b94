import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { checkDataset } from '../harness/dataset.ts';
import { twin } from '../oracle/kernel.ts';

const RULES = allRules.filter(({ id }) => ['type-error', 'out-of-range', 'value-not-in-enum', 'wrong-length', 'invalid-description'].includes(id));

/** Cells of a one-column table that a field finds fault with, in the order of the file. */
async function faults(field: object, cells: readonly string[], schema: object = {}): Promise<readonly string[]> {
  const description = { resources: [{ name: 'd', path: 'd.csv', dialect: { delimiter: ',' }, schema: { fields: [{ name: 'x', ...field }], missingValues: [''], ...schema } }] };
  const text = `x\n${cells.map(cell => `"${cell.replaceAll('"', '""')}"\n`).join('')}`;
  const files = new Map([['d.csv', text], ['datapackage.json', JSON.stringify(description)]].map(([file = '', content]) => [file, { bytes: new TextEncoder().encode(content) }]));
  const findings = (await checkDataset(files, RULES, twin)).filter(({ primary }) => primary.uri.endsWith('.csv'));
  const rows = new Set(findings.flatMap(({ spots }) => spots.map(({ place }) => ('row' in place ? place.row : -1))));
  return cells.filter((_, row) => rows.has(row));
}

const TABLE: readonly (readonly [field: object, good: readonly string[], bad: readonly string[]])[] = [
  [{ type: 'integer' }, ['1', '-7', '+7', '007', '12345678901234567890'], ['1.0', '1e3', 'x', 'true', '2024-01-01']],
  [{ type: 'integer', groupChar: ',' }, ['1,000', '7'], ['1.5', 'x']],
  [{ type: 'number' }, ['1', '-1.5', '.5', '1e3', 'NaN', '-INF', '007'], ['1,5', 'x', 'true', '1 m']],
  [{ type: 'number', decimalChar: ',', groupChar: '.' }, ['1,5', '1.000,25', '3'], ['x', '1,5,5']],
  [{ type: 'number', bareNumber: false }, ['95%', 'EUR 9.50', '3'], ['many']],
  [{ type: 'boolean' }, ['true', 'True', 'TRUE', 'false', '0', '1'], ['yes', '2', 'tRue']],
  [{ type: 'boolean', trueValues: ['ja'], falseValues: ['nein'] }, ['ja', 'nein'], ['true', '1']],
  [{ type: 'date' }, ['2024-02-29'], ['2023-02-29', '2024/02/29', '29.02.2024', '2024-02-29T00:00:00', '7']],
  [{ type: 'date', format: '%d.%m.%Y' }, ['29.02.2024', '1.2.2024'], ['2024-02-29', '29-02-2024', '32.01.2024']],
  [{ type: 'date', format: 'any' }, ['29 Feb 2024', '2024年2月', 'Q1 2024'], ['soon', 'the 3rd']],
  [{ type: 'date', format: '%d %B %Y' }, ['29 February 2024', '1 März 2024'], ['soon', '30 February 2024', '1 Foo 2024']],
  [{ type: 'datetime' }, ['2024-01-26T15:00:00', '2024-01-26T15:00:00.3-05:00', '2024-01-26T15:00:00Z'], ['2024-01-26 15:00:00', '2024-01-26']],
  [{ type: 'datetime', format: '%Y/%m/%d %H:%M' }, ['2024/01/26 15:00'], ['2024-01-26T15:00:00']],
  [{ type: 'time' }, ['15:00:00', '23:59:59'], ['24:00:00', '15:00', '3pm']],
  [{ type: 'year' }, ['2024', '-0044'], ['24', '2024-01']],
  [{ type: 'yearmonth' }, ['2024-12'], ['2024-13', '2024', '2024-1']],
  [{ type: 'duration' }, ['P1Y2M3DT4H5M6.7S', 'PT5M'], ['5 minutes', '1Y']],
  [{ type: 'object' }, ['{"a": 1}'], ['[1]', 'a']],
  [{ type: 'array' }, ['[1,\n2]'], ['{"a": 1}', '1,2']],
  [{ type: 'geopoint' }, ['90.50, 45.50', '-1,2'], ['90.5', 'north']],
  [{ type: 'geopoint', format: 'array' }, ['[90.5, 45.5]'], ['90.5, 45.5']],
  [{ type: 'string', format: 'uuid' }, ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567']],
  [{ type: 'string', format: 'uri' }, ['https://example.com/a?b', 'urn:isbn:1'], ['example.com', 'a b']],
  [{ type: 'string', format: 'binary' }, ['aGVsbG8=', 'aGVs'], ['hello!', 'a']],
  [{ type: 'string' }, ['x', '1', 'NA'], []],
  [{ type: 'list' }, ['a,b', '1'], []],
  [{}, ['x', '1'], []],
  [{ type: 'integer', constraints: { exclusiveMinimum: 0, exclusiveMaximum: '10' } }, ['1', '9'], ['0', '10', '-1']],
  [{ type: 'year', constraints: { minimum: '1990' } }, ['1990', '2024'], ['1989']],
  [{ type: 'date', constraints: { minimum: '2020-05-07', exclusiveMaximum: '2021-01-01' } }, ['2020-05-07', '2020-12-31', '2020-06-01'], ['2020-05-06', '2019-12-31', '2021-01-01', '2021-01-02']],
  [{ type: 'time', constraints: { maximum: '12:30:00' } }, ['12:30:00', '09:59:59'], ['12:30:01', '13:00:00']],
  [{ type: 'datetime', constraints: { exclusiveMinimum: '2024-01-01T00:00:00' } }, ['2024-01-01T00:00:01'], ['2024-01-01T00:00:00', '2023-12-31T23:59:59']],
  [{ type: 'number', constraints: { enum: [1, 2.5] } }, ['1', '1.0', '2.50'], ['2', '-1']],
  [{ type: 'boolean', constraints: { enum: [true] } }, ['true', '1'], ['false', '0']],
  [{ type: 'string', constraints: { minLength: 2, maxLength: 3 } }, ['ab', '上海市', '🐦🐦'], ['a', 'abcd', '市', '🐦🐦🐦🐦']],
];

for (const [field, good, bad] of TABLE) {
  test(`fits and misfits of ${JSON.stringify(field)}`, async () => {
    assert.deepEqual(await faults(field, [...good, ...bad, '']), bad);
  });
}

test('the missing values of a field are its own', async () => {
  assert.deepEqual(await faults({ type: 'integer', missingValues: ['-9'] }, ['1', '-9', '-', ''], { missingValues: ['-'] }), ['-', '']);
});
