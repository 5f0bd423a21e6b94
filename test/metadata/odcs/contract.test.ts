import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardOf } from '../../../server/src/engine/registry.ts';
import { strptimeOf } from '../../../server/src/metadata/odcs/dateFormat.ts';
import odcs from '../../../server/src/metadata/odcs/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const HEAD = 'version: 1.0.0\napiVersion: v3.1.0\nkind: DataContract\nid: orders\nstatus: active\n';
const of = (yaml: string, head = HEAD): readonly (readonly string[])[] => complaintsOf(odcs, head + yaml, 'orders.odcs.yaml');

const CLEAN = `${HEAD}name: Orders
description: { purpose: All orders, usage: Reports, anything: else }
tags: [sales]
servers:
- { server: files, type: local, path: "data/{model}.csv", format: csv }
- { server: base, type: postgres, host: localhost, port: 5432, database: shop, schema: public, roles: [{ role: reader }] }
schema:
- name: orders
  physicalName: orders_v1
  physicalType: table
  properties:
  - name: order_id
    logicalType: integer
    primaryKey: true
    primaryKeyPosition: 1
    required: true
    logicalTypeOptions: { minimum: 1, format: i64 }
  - name: customer
    logicalType: string
    logicalTypeOptions: { maxLength: 20, pattern: "^C[0-9]+$" }
    relationships: [{ to: customers.id }]
    quality:
    - { metric: nullValues, mustBe: 0, dimension: completeness }
  - name: mail
    physicalName: e_mail
    logicalType: string
    logicalTypeOptions: { format: email }
    classification: restricted
    tags: [pii]
  - name: day
    logicalType: date
    logicalTypeOptions: { format: dd.MM.yyyy }
  - name: kind
    logicalType: string
    quality:
    - type: library
      metric: invalidValues
      arguments: { validValues: [new, paid] }
      mustBe: 0
  - name: lines
    logicalType: array
    items: { logicalType: object, properties: [{ name: sku, physicalType: varchar(10) }] }
  relationships:
  - { from: orders.customer, to: customers.id, type: foreignKey }
  quality:
  - { metric: rowCount, mustBe: 3 }
  - { type: sql, query: SELECT 1, mustBeBetween: [1, 5] }
  - { type: custom, engine: soda, implementation: { type: x } }
  - { type: text, description: checked by hand }
- name: customers
  properties:
  - { name: id, logicalType: string, unique: true }
team: { name: us, members: [{ username: a }] }
roles: [{ role: reader, access: read }]
slaProperties:
- { property: latency, value: 4, unit: d, element: orders.day }
support: [{ channel: "#help", url: "https://example.com" }]
price: { priceAmount: 9.5, priceCurrency: EUR }
customProperties: [{ property: any, value: { enum: 1 } }]
contractCreatedTs: 2026-01-01T00:00:00Z
`;

test('contracts are recognised by their names and by what they say they are', () => {
  const standard = (name: string, text: string): string | undefined => standardOf(`file:///c/${name}`, text)?.id;
  assert.equal(standard('orders.odcs.yaml', CLEAN), 'odcs');
  assert.equal(standard('datacontract.yaml', CLEAN), 'odcs');
  assert.equal(standard('orders.odcs.yml', 'id: 1\n'), 'odcs');
  assert.notEqual(standard('orders.yaml', CLEAN), 'odcs');
});

test('a clean contract has no complaints', () => {
  assert.deepEqual(of(CLEAN, ''), []);
});

test('what every contract needs', () => {
  assert.deepEqual(complaintsOf(odcs, 'version: 1.0.0\napiVersion: v3.1.0\nkind: DataContract\n', 'a.odcs.yaml'), [
    ['version', '‘id’ is missing here and has to be given'], ['version', '‘status’ is missing here and has to be given'],
  ]);
  assert.deepEqual(complaintsOf(odcs, 'version: 1.0\napiVersion: v3.1\nkind: DataContrct\nid: a\nstatus: active\n', 'a.odcs.yaml'), [
    ['1.0', '‘version’ should be text'], ['DataContrct', 'The only value ‘kind’ can have is “DataContract”'], ['v3.1', '‘apiVersion’ should be one of “v3.2.0”, “v3.1.0”, “v3.0.2”, “v3.0.1” and “v3.0.0”'],
  ]);
  assert.deepEqual(of('owner: me\nshema: []\n'), [['owner', '‘owner’ is not a key of ‘contract’'], ['shema', '‘shema’ is not a key of ‘contract’; did you mean ‘schema’?']]);
});

test('servers have what their type asks for', () => {
  const server = (text: string): readonly (readonly string[])[] => of(`servers:\n- ${text}\n`);
  assert.deepEqual(server('{ server: a }'), [['{', '‘type’ is missing here and has to be given']]);
  assert.deepEqual(server('{ server: a, type: postgrs }'), [['postgrs', '“postgrs” is no type of a server; did you mean “postgres”?']]);
  assert.deepEqual(server('{ server: a, type: mysql, host: x, port: "3306" }'), [['{', '‘database’ is missing here and has to be given'], ['"3306"', '‘port’ should be a whole number']]);
  assert.deepEqual(server('{ server: a, type: mysql, host: "${HOST}", port: "${PORT}", database: "${DB:-shop}" }'), [['"${PORT}"', '‘port’ should be a whole number']]);
  assert.deepEqual(server('{ server: a, type: local, paht: x, format: csv }'), [['paht', '‘paht’ is not a key of ‘local’; did you mean ‘path’?']]);
  assert.deepEqual(server('{ server: a, type: iceberg, catalogUrl: x }'), [['{', '‘catalog’ is missing here and has to be given']]);
  assert.deepEqual(server('{ server: a, type: s3, location: "s3://x", encoding: 65001 }'), [['65001', '‘encoding’ should be text']]);
  assert.deepEqual(server('{ server: a, type: sftp, location: "https://x" }'), [['"https://x"', '‘location’ should begin with “sftp://”']]);
});

const property = (text: string, head = HEAD): readonly (readonly string[])[] => of(`schema:\n- name: t\n  properties:\n  - ${text}\n`, head);

test('properties have the options of their type', () => {
  assert.deepEqual(property('{ logicalType: string }'), [['{', '‘name’ is missing here and has to be given']]);
  assert.deepEqual(property('{ name: a, logicalType: sting }'), [['sting', '“sting” is no value of ‘logicalType’; did you mean “string”?']]);
  assert.deepEqual(property('{ name: a, logicalType: string, logicalTypeOptions: { minimum: 1, maxLenght: 3 } }'), [
    ['minimum', '‘minimum’ is not a key of ‘logicalTypeOptions: string’'], ['maxLenght', '‘maxLenght’ is not a key of ‘logicalTypeOptions: string’; did you mean ‘maxLength’?'],
  ]);
  assert.deepEqual(property('{ name: a, logicalType: integer, logicalTypeOptions: { minimum: 5, maximum: 1, format: i46 } }'), [
    ['i46', '‘format’ should be one of “i8, i16, i32, i64, i128, u8, u16, u32, u64, u128”'], ['1', 'No value can be at least “5” and at most “1”'],
  ]);
  assert.deepEqual(property('{ name: a, logicalType: string, properties: [] }'), [['properties', '‘properties’ is for the type “object”; this is of the type “string”']]);
  assert.deepEqual(property('{ name: a, primaryKey: true, primaryKeyPosition: 0 }'), [['0', 'Positions of a key count from 1']]);
  assert.deepEqual(property('{ name: a }\n  - { name: a }'), [['a', 'Another property is called ‘a’ already']]);
  assert.deepEqual(property('{ name: a, required: "yes" }'), [['"yes"', '‘required’ should be true or false']]);
});

test('an agreement may be about a column that is not described, but not about a slip of its name', () => {
  const agreed = (element: string): readonly (readonly string[])[] => of(`schema:\n- name: orders\n  properties:\n  - { name: country_code }\nslaProperties:\n- { property: latency, value: 4, unit: d, element: ${element} }\n`);
  assert.deepEqual(agreed('orders.loaded_at'), []);
  assert.deepEqual(agreed('orders.country_cod'), [['orders.country_cod', 'Nothing is called ‘country_cod’ here; did you mean ‘country_code’?']]);
});

test('what version 3.2 adds is checked there and told in contracts of 3.1', () => {
  const newer = HEAD.replace('v3.1.0', 'v3.2.0').replace('status: active\n', '');
  assert.deepEqual(property('{ name: a, enum: [{ value: x }], deprecated: true, synonyms: [{ synonym: b }] }', newer), []);
  assert.deepEqual(property('{ name: a, enum: [] }', newer), [['[]', '‘enum’ is empty; it has to hold something']]);
  assert.deepEqual(property('{ name: a, logicalType: map }', newer), [['{', '‘map’ is missing here and has to be given']]);
  assert.deepEqual(property('{ name: a, logicalType: map, map: { key: { logicalType: string } } }', newer), [['map', '‘value’ is missing here and has to be given']]);
  assert.deepEqual(property('{ name: a, logicalType: vector, logicalTypeOptions: { elementType: float32 } }', newer), [['logicalTypeOptions', '‘dimensions’ is missing here and has to be given']]);
  assert.deepEqual(property('{ id: "a b", name: a }', newer), [['"a b"', '“a b” is not how ‘id’ is written; an example is “orders_2024”']]);
  assert.deepEqual(property('{ name: a, enum: [{ value: x }] }'), [['enum', '‘enum’ came with version “v3.2.0”; this contract is of “v3.1.0”']]);
});

test('checks have what their type asks for, and compare once', () => {
  const check = (text: string): readonly (readonly string[])[] => property(`{ name: a, quality: [${text}] }`);
  assert.deepEqual(check('{ type: library, mustBe: 0 }'), [['{', '‘metric’ is missing here and has to be given']]);
  assert.deepEqual(check('{ metric: nullValus, mustBe: 0 }'), [['nullValus', '“nullValus” is no value of ‘metric’; did you mean “nullValues”?']]);
  assert.deepEqual(check('{ metric: nullValues }'), [['{', 'A check needs something to be compared with, such as ‘mustBe’']]);
  assert.deepEqual(check('{ metric: nullValues, mustBe: 0, mustBeLessThan: 5 }'), [['mustBeLessThan', 'A check compares once; ‘mustBe’ is here already']]);
  assert.deepEqual(check('{ metric: nullValues, mustBeGreaterThanOrEqualTo: 5 }'), [['mustBeGreaterThanOrEqualTo', '‘mustBeGreaterThanOrEqualTo’ is not a key of ‘quality’; did you mean ‘mustBeGreaterOrEqualTo’?']]);
  assert.deepEqual(check('{ metric: rowCount, mustBeBetween: [1] }'), [['[1]', '‘mustBeBetween’ takes two numbers, the smaller one first']]);
  assert.deepEqual(check('{ type: sql, mustBe: 0 }'), [['{', '‘query’ is missing here and has to be given']]);
  assert.deepEqual(check('{ type: custom, engine: soda }'), [['{', '‘implementation’ is missing here and has to be given']]);
  assert.deepEqual(check('{ type: txt }'), [['txt', '“txt” is no value of ‘type’; did you mean “text”?']]);
  assert.deepEqual(check('{ description: x, element: t.a }'), [['element', '‘element’ is not a key of ‘quality’']]);
  assert.deepEqual(check('{ description: x, dimension: completness }'), [['completness', '“completness” is no value of ‘dimension’; did you mean “completeness”?']]);
});

test('checks of version 3.0 name a rule and need no comparison', () => {
  const old = HEAD.replace('v3.1.0', 'v3.0.2');
  assert.deepEqual(property('{ name: a, quality: [{ type: library, rule: nullCheck }, { type: sql, query: SELECT 1 }] }', old), []);
  assert.deepEqual(property('{ name: a, quality: [{ type: library, rule: x, mustBe: 0, mustNotBe: 1 }] }', old), [['mustNotBe', 'A check compares once; ‘mustBe’ is here already']]);
});

test('relationships lead from and to properties that are there', () => {
  assert.deepEqual(property('{ name: a, relationships: [{ from: t.a, to: t.a }] }'), [
    ['from', 'A relationship of a property begins at that property; ‘from’ is for those of an object'],
  ]);
  const objects = (relation: string): readonly (readonly string[])[] => of(`schema:\n- { name: orders, properties: [{ name: customer }] }\n- name: lines\n  properties: [{ name: order }]\n  relationships: [${relation}]\n`);
  assert.deepEqual(objects('{ type: foreignKey }'), [['{', '‘from’ is missing here and has to be given'], ['{', '‘to’ is missing here and has to be given']]);
  assert.deepEqual(objects('{ from: lines.order, to: orders.custmer }'), [['orders.custmer', 'Nothing is called ‘custmer’ here; did you mean ‘customer’?']]);
  assert.deepEqual(objects('{ from: lines.order, to: [orders.customer] }'), [['[orders.customer]', '‘from’ and ‘to’ are both a name, or both a list of names']]);
  assert.deepEqual(objects('{ from: lines.order, to: elsewhere.id }'), []);
});

test('old forms are said to be old, and older contracts are open', () => {
  assert.deepEqual(of('team: [{ username: a }]\nslaDefaultElement: t.a\n'), [
    ['team', 'A list of people is the old form of ‘team’; they now stand under ‘members’', 'deprecated'],
    ['slaDefaultElement', '‘slaDefaultElement’ goes away with version 4; each property names its own ‘element’', 'deprecated'],
  ]);
  assert.deepEqual(of('', 'version: 1.0.0\napiVersion: v3.0.2\nkind: DataContract\nid: a\nstatus: active\nours: 1\nshema: []\n'), [['shema', '‘shema’ is not a key of ‘contract’; did you mean ‘schema’?', 'ignored']]);
  assert.deepEqual(of('', 'apiVersion: v2.2.2\nkind: DataContract\ndataset: []\n').map(([at, , kind]) => [at, kind]), [['v2.2.2', 'deprecated']]);
});

test('objects become resources where a local server has their files', () => {
  const [orders, customers] = odcs.read(CLEAN, 'orders.odcs.yaml').description?.resources ?? [];
  assert.deepEqual([orders?.paths, customers?.paths], [['data/orders_v1.csv'], ['data/customers.csv']]);
  assert.deepEqual(orders?.fields.map(({ name, type, format, constraints, privacy }) => [name, type, format, constraints, privacy?.category]), [
    ['order_id', 'integer', undefined, { required: true, minimum: 1 }, undefined],
    ['customer', 'string', undefined, { required: true, maxLength: 20, pattern: 'C[0-9]+' }, undefined],
    ['e_mail', 'string', 'email', {}, 'user'],
    ['day', 'date', '%d.%m.%Y', {}, undefined],
    ['kind', 'string', undefined, { enum: ['new', 'paid'] }, undefined],
    ['lines', 'any', undefined, {}, undefined],
  ]);
  assert.deepEqual([orders?.primaryKey, orders?.rows?.value, customers?.fields[0]?.constraints], [['order_id'], 3, { unique: true }]);
  assert.deepEqual(orders?.foreignKeys?.map(({ fields, resource, reference }) => [fields, resource, reference]), [[['customer'], 'customers', ['id']], [['customer'], 'customers', ['id']]]);
});

test('formats of Java are put into the letters of strptime where there are some', () => {
  assert.deepEqual(['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss", 'dd.MM.yy', 'MMM d, yyyy', 'HH:mm:ss.SSS'].map(strptimeOf), ['%Y-%m-%d', '%Y-%m-%dT%H:%M:%S', '%d.%m.%y', undefined, '%H:%M:%S.%f']);
});

test('no text makes the reader throw', () => {
  survivesMutation(odcs, [[CLEAN, 'orders.odcs.yaml']]);
});
