import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../../server/src/engine/registry.ts';
import { checkDataset } from '../../harness/dataset.ts';
import { twin } from '../../oracle/kernel.ts';
import { textIn } from '../support.ts';

/** What goes wrong, as validators of Data Packages name it; the description, the data, and the rule that tells it with the text it stands at. */
type Case = readonly [error: string, resource: object, csv: string, rule: string, at: string];

const schema = (...fields: readonly object[]): object => ({ schema: { fields } });
const ID = { name: 'id', type: 'integer' };
const NAME = { name: 'name', type: 'string' };

const CASES: readonly Case[] = [
  ['resource-error', { encoding: 5 }, 'id,name\n1,a\n', 'invalid-description', '5'],
  ['schema-error', { schema: { fields: {} } }, 'id,name\n1,a\n', 'invalid-description', '{}'],
  ['field-error', schema({ name: 'id', type: 'intger' }), 'id\n1\n', 'invalid-description', '"intger"'],
  ['dialect-error', { dialect: { delimiter: 7 } }, 'id,name\n1,a\n', 'invalid-description', '7'],
  ['encoding-error', { encoding: 'ascii7x' }, 'id,name\n1,ü\n', 'misdeclared-encoding', ''],
  ['blank-header', schema(ID, { name: 'x' }), 'id,\n1,a\n', 'blank-header', ''],
  ['duplicate-label', schema(ID, ID), 'id,id\n1,1\n', 'duplicate-header', 'id'],
  ['incorrect-label', schema(ID, NAME), 'id,nmae\n1,a\n', 'missing-column', 'nmae'],
  ['missing-label', schema(ID, NAME), 'id\n1\n', 'missing-column', ''],
  ['extra-label', schema(ID), 'id,more\n1,a\n', 'extra-column', 'more'],
  ['field-count', { ...schema(ID, NAME), dialect: { header: false } }, '1\n2\n', 'missing-column', ''],
  ['blank-row', schema(ID, NAME), 'id,name\n1,a\n,\n2,b\n', 'blank-row', ','],
  ['missing-cell', schema(ID, NAME), 'id,name\n1,a\n2\n3,c\n', 'ragged-row', '2'],
  ['extra-cell', schema(ID, NAME), 'id,name\n1,a\n2,b,c\n3,d\n', 'ragged-row', 'c'],
  ['type-error', schema(ID), 'id\n1\ntwo\n', 'type-error', 'two'],
  ['constraint-error: required', schema(ID, { name: 'n', constraints: { required: true } }), 'id,n\n1,a\n2,""\n', 'missing-required', ''],
  ['constraint-error: minimum', schema({ ...ID, constraints: { minimum: 5 } }), 'id\n7\n1\n', 'out-of-range', '1'],
  ['constraint-error: enum', schema({ ...NAME, constraints: { enum: ['a'] } }), 'name\na\nb\n', 'value-not-in-enum', 'b'],
  ['constraint-error: pattern', schema({ ...NAME, constraints: { pattern: 'a+' } }), 'name\na\nb\n', 'pattern-mismatch', 'b'],
  ['constraint-error: length', schema({ ...NAME, constraints: { maxLength: 1 } }), 'name\na\nbb\n', 'wrong-length', 'bb'],
  ['unique-error', schema({ ...ID, constraints: { unique: true } }), 'id\n1\n2\n1\n', 'repeated-key', '1'],
  ['primary-key', { schema: { fields: [ID, NAME], primaryKey: ['id', 'name'] } }, 'id,name\n1,a\n2,a\n1,a\n', 'repeated-key', '1,a'],
  ['primary-key: unknown field', { schema: { fields: [ID], primaryKey: ['no'] } }, 'id\n1\n', 'invalid-description', '"no"'],
  ['unique-keys: rows with gaps are outside', { schema: { fields: [ID, NAME], uniqueKeys: [['id', 'name']] } }, 'id,name\n1,\n1,\n2,b\n2,b\n', 'repeated-key', '2,b'],
  ['foreign-key', { schema: { fields: [ID, { name: 'parent', type: 'integer' }], foreignKeys: [{ fields: 'parent', reference: { resource: '', fields: 'id' } }] } }, 'id,parent\n1,\n2,9\n', 'unresolved-reference', '9'],
  ['foreign-key: unknown resource', { schema: { fields: [ID], foreignKeys: [{ fields: 'id', reference: { resource: 'no', fields: 'id' } }] } }, 'id\n1\n', 'invalid-description', '"no"'],
  ['source-error', schema(ID), '', 'empty-dataset', ''],
  ['row-count', { ...schema(ID), rows: 3 }, 'id\n1\n2\n', 'row-count-mismatch', ''],
  ['row-count of a block', { ...schema(ID), stats: { rows: 3 } }, 'id\n1\n2\n', 'row-count-mismatch', ''],
  ['field-count of a block', { stats: { fields: 3 } }, 'id,name\n1,a\n', 'column-count-mismatch', ''],
  ['byte-count', { bytes: 4 }, 'id\n1\n', 'byte-count-mismatch', ''],
  ['hash-count', { hash: 'd41d8cd98f00b204e9800998ecf8427e' }, 'id\n1\n', 'digest-mismatch', ''],
  ['hash-count of a block', { stats: { md5: 'd41d8cd98f00b204e9800998ecf8427e' } }, 'id\n1\n', 'digest-mismatch', ''],
  ['hash-count: no digest', { hash: 'bad' }, 'id\n1\n', 'invalid-description', '"bad"'],
  ['compression-error', { compression: 'bad' }, 'id\n1\n', 'ignored-property', '"bad"'],
  ['type-error: items of a list', schema(ID, { name: 'l', type: 'list', itemType: 'integer', delimiter: ';' }), 'id,l\n1,1;2\n2,1;x\n', 'type-error', '1;x'],
  ['type-error: no point of the earth', schema(ID, { name: 'p', type: 'geopoint' }), 'id,p\n1,"180,-90"\n2,"0,91"\n', 'type-error', '0,91'],
  ['type-error: no date of any form', schema(ID, { name: 'd', type: 'date', format: 'any' }), 'id,d\n1,10 Jan 1969\n2,Jan nineteen 69\n', 'type-error', 'Jan nineteen 69'],
  ['type-error: geometry', schema(ID, { name: 'g', type: 'string', format: 'wkt' }), 'id,g\n1,POINT (30 10)\n2,POINT (30 10\n', 'type-error', 'POINT (30 10'],
  ['type-error: GeoJSON without a type', schema(ID, { name: 'g', type: 'geojson' }), 'id,g\n1,{}\n', 'type-error', '{}'],
  ['forbidden-value', { checks: [{ type: 'forbidden-value', fieldName: 'name', values: ['b'] }] }, 'id,name\n1,a\n2,b\n', 'failed-check', 'b'],
  ['required-value', { checks: [{ type: 'required-value', fieldName: 'name', values: ['c'] }] }, 'id,name\n1,a\n2,b\n', 'failed-check', 'name'],
  ['sequential-value', { checks: [{ type: 'sequential-value', fieldName: 'id' }] }, 'id,name\n1,a\n3,b\n', 'failed-check', '3'],
  ['row-constraint', { checks: [{ type: 'row-constraint', formula: 'a <= b' }] }, 'a,b\n1,2\n4,3\n', 'failed-check', '4'],
  ['row-constraint: arithmetic', { checks: [{ type: 'row-constraint', formula: 'a == b * 5' }] }, 'a,b\n10,2\n4,3\n', 'failed-check', '4'],
  ['row-constraint: a column of single digits', { checks: [{ type: 'row-constraint', formula: 'a > 5' }] }, 'a\n7\n3\n', 'failed-check', '3'],
  ['row-constraint: unknown field', { checks: [{ type: 'row-constraint', formula: 'no > 0' }] }, 'a,b\n10,2\n', 'failed-check', ''],
  ['row-constraint: a call', { checks: [{ type: 'row-constraint', formula: 'vars()' }] }, 'a,b\n10,2\n', 'unchecked-reference', '"vars()"'],
  ['deviated-cell', { checks: [{ type: 'deviated-cell' }] }, `id,t\n${'1,short\n'.repeat(20)}2,${'long '.repeat(1200)}x\n`, 'failed-check', `${'long '.repeat(1200)}x`],
  ['truncated-value: asked for', { checks: [{ type: 'truncated-value' }] }, 'id,n\n1,32767\n2,5\n', 'failed-check', '32767'],
  ['check-error: unknown type', { checks: [{ type: 'sequental-value', fieldName: 'id' }] }, 'id\n1\n', 'invalid-description', '"sequental-value"'],
  ['check-error: no such average', { checks: [{ type: 'deviated-value', fieldName: 'id', average: 'bad' }] }, 'id\n1\n', 'invalid-description', '"bad"'],
  ['ascii-value', { checks: [{ type: 'ascii-value' }] }, 'id,name\n1,a\n2,ü\n', 'failed-check', 'ü'],
  ['deviated-value', { checklist: { checks: [{ type: 'deviated-value', fieldName: 'id', interval: 1, average: 'median' }] } }, 'id\n1\n2\n3\n90\n', 'failed-check', '90'],
  ['table-dimensions', { checks: [{ type: 'table-dimensions', maxRows: 1 }] }, 'id\n1\n2\n', 'failed-check', ''],
  ['check-error: unknown field', { checks: [{ type: 'sequential-value', fieldName: 'no' }] }, 'id\n1\n2\n', 'failed-check', ''],
  ['check-error: no numbers', { checks: [{ type: 'deviated-value', fieldName: 'name' }] }, 'id,name\n1,a\n2,b\n', 'failed-check', 'name'],
  ['duplicate-row', schema(ID, NAME), 'id,name\n1,a\n2,b\n1,a\n', 'duplicate-row', '1,a'],
  ['truncated-value', schema(ID), `id\n${Array.from({ length: 60 }, (_, i) => `${i * 7919}\n`).join('')}${'2147483647\n'.repeat(3)}`, 'truncated-value', '2147483647'],
  ['fields without a header are found by place', { ...schema(ID, NAME), dialect: { header: false } }, '1,a\nx,b\n', 'type-error', 'x'],
  ['the second of two fields of one name', schema(NAME, { name: 'name', type: 'integer' }), 'name,name\na,1\nb,x\n', 'type-error', 'x'],
];

for (const [error, resource, csv, rule, at] of CASES) {
  test(`${error} is ${rule}, once, at ${JSON.stringify(at)}`, async () => {
    const description = JSON.stringify({ name: 'p', resources: [{ name: 'data', path: 'data.csv', ...resource }] });
    const texts = new Map([['data.csv', csv], ['datapackage.json', description]]);
    const files = new Map([...texts].map(([file, text]) => [file, { bytes: new TextEncoder().encode(text) }]));
    const found = (await checkDataset(files, allRules, twin)).filter(finding => finding.rule === rule);
    const shown = found.flatMap(({ primary, spots }) => spots.concat(primary).map(spot => textIn(texts.get(spot.uri.slice(spot.uri.lastIndexOf('/') + 1)) ?? '', spot.range)));
    assert.ok(shown.includes(at), `${rule} at ${JSON.stringify(shown)}`);
    assert.equal(found.filter(({ primary }) => primary.uri.endsWith(['invalid-description', 'ignored-property', 'unchecked-reference'].includes(rule) ? '.json' : '.csv')).length, 1);
  });
}

test('package-error and a package without resources', async () => {
  const found = await checkDataset(new Map([['datapackage.json', { bytes: new TextEncoder().encode('{ "name": "x" }') }]]), allRules, twin);
  assert.deepEqual(found.map(({ rule }) => rule), ['invalid-description']);
});

test('what is of the type in another spelling is fine: a zone, spaces around a number, a point, a list', async () => {
  const fields = [{ name: 't', type: 'time' }, { name: 'n', type: 'number' }, { name: 'p', type: 'geopoint' }, { name: 'l', type: 'list' }];
  const description = JSON.stringify({ name: 'p', resources: [{ name: 'data', path: 'data.csv', schema: { fields } }] });
  const csv = 't,n,p,l\n06:00:00+01:00, 1.5 ,"-180, 90.0","a,b"\n06:00:00Z,2,"12.5,-7",a\n';
  const files = new Map(Object.entries({ 'data.csv': csv, 'datapackage.json': description }).map(([file, text]) => [file, { bytes: new TextEncoder().encode(text) }]));
  assert.deepEqual((await checkDataset(files, allRules, twin)).filter(({ severity }) => severity === 'error'), []);
});

test('checks that hold say nothing: values that are spelled in another way, a run of numbers', async () => {
  const checks = [
    { type: 'required-value', fieldName: 'student', values: [true] }, { type: 'required-value', fieldName: 'paid', values: [10] }, { type: 'sequential-value', fieldName: 'id' },
    { type: 'row-constraint', formula: 'id != paid' }, { type: 'forbidden-value', fieldName: 'paid', values: [7] },
  ];
  const texts = { 'data.csv': 'id,student,paid\n1,True,10.0\n2,False,9.5\n3,False,8\n', 'datapackage.json': JSON.stringify({ name: 'p', resources: [{ name: 'data', path: 'data.csv', checks }] }) };
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, { bytes: new TextEncoder().encode(text) }]));
  assert.deepEqual((await checkDataset(files, allRules, twin)).filter(({ rule }) => rule === 'failed-check'), []);
});
