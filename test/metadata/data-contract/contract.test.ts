import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardOf } from '../../../server/src/engine/registry.ts';
import dataContract from '../../../server/src/metadata/data-contract/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const CLEAN = `dataContractSpecification: 1.2.1
id: urn:orders
info: { title: Orders, version: 1.0.0, owner: Shop, ours: 1 }
servers:
  local: { type: local, path: "./data/{model}.csv", format: csv }
  s3: { type: s3, location: "s3://x/{model}/*.json", format: json, delimiter: new_line }
models:
  orders:
    type: table
    fields:
      order_id: { $ref: "#/definitions/order_id", required: true }
      mail: { type: text, format: email, pii: true }
      total: { type: long, minimum: 0 }
      place: { type: object, fields: { lat: { type: double } } }
      tags: { type: array, items: { type: string } }
    primaryKey: [order_id]
  lines:
    fields:
      order_id: { type: string, references: orders.order_id }
definitions:
  order_id: { type: text, pattern: "^[0-9]+$", title: Order }
servicelevels:
  freshness: { threshold: 25h, timestampField: orders.total }
`;
const [OLD] = complaintsOf(dataContract, CLEAN, 'datacontract.yaml');

test('contracts are recognised, and all are said to be old', () => {
  assert.equal(standardOf('file:///c/datacontract.yaml', CLEAN)?.id, 'data-contract');
  assert.equal(standardOf('file:///c/orders.odcs.yaml', CLEAN)?.id, 'data-contract');
  assert.equal(standardOf('file:///c/datacontract.yaml', 'kind: DataContract\n')?.id, 'odcs');
  assert.deepEqual(complaintsOf(dataContract, CLEAN, 'datacontract.yaml').map(([at, , kind]) => [at, kind]), [['dataContractSpecification', 'deprecated']]);
});

test('each mistake stands at its node, once', () => {
  const table: readonly (readonly [from: string, to: string, ...expected: readonly (readonly string[])[]])[] = [
    ['id: urn:orders\n', '', ['dataContractSpecification', '‘id’ is missing here and has to be given']],
    ['title: Orders, ', '', ['info', '‘title’ is missing here and has to be given']],
    ['1.2.1', '3.0.0', ['3.0.0', '“3.0.0” is no value of ‘dataContractSpecification’; did you mean “1.0.0”?']],
    [', format: csv', '', ['local', '‘format’ is missing here and has to be given']],
    ['type: long', 'type: lnog', ['lnog', '“lnog” is no value of ‘type’; did you mean “long”?']],
    ['minimum: 0', 'minimum: 5, maximum: 1', ['1', 'No value can be at least “5” and at most “1”']],
    ['minimum: 0', 'required: "yes"', ['"yes"', '‘required’ should be true or false']],
    ['minimum: 0', 'minmum: 0', ['minmum', '‘minmum’ means nothing here; did you mean ‘minimum’?', 'ignored']],
    ['#/definitions/order_id', '#/definitions/order_idd', ['"#/definitions/order_idd"', 'Nothing is called ‘order_idd’ here; did you mean ‘order_id’?']],
    ['references: orders.order_id', 'references: orders.orderid', ['orders.orderid', 'Nothing is called ‘orderid’ here; did you mean ‘order_id’?']],
    ['primaryKey: [order_id]', 'primaryKey: [id]', ['id', 'Nothing is called ‘id’ here']],
    ['orders.total', 'orders.totl', ['orders.totl', 'Nothing is called ‘totl’ here; did you mean ‘total’?']],
    ['"^[0-9]+$"', '"(?=a)"', ['"(?=a)"', 'This pattern cannot be evaluated here, so it is not checked', 'unchecked']],
  ];
  for (const [from, to, ...expected] of table) {
    assert.ok(CLEAN.includes(from), from);
    assert.deepEqual(complaintsOf(dataContract, CLEAN.replace(from, to), 'datacontract.yaml'), [OLD, ...expected], from);
  }
});

test('models become resources, with what their definitions say', () => {
  const [orders, lines] = dataContract.read(CLEAN, 'datacontract.yaml').description?.resources ?? [];
  assert.deepEqual([orders?.paths, lines?.paths, orders?.primaryKey], [['data/orders.csv'], ['data/lines.csv'], ['order_id']]);
  assert.deepEqual(orders?.fields.map(({ name, type, format, constraints, privacy }) => [name, type, format, constraints, privacy?.category]), [
    ['order_id', 'string', undefined, { required: true, pattern: '[0-9]+' }, undefined], ['mail', 'string', 'email', {}, 'user'], ['total', 'integer', undefined, { minimum: 0 }, undefined],
    ['place', 'any', undefined, {}, undefined], ['tags', 'any', undefined, {}, undefined],
  ]);
});

test('definitions that lead to each other end somewhere', () => {
  const { description } = dataContract.read('models: { m: { fields: { a: { $ref: "#/definitions/x" } } } }\ndefinitions: { x: { $ref: "#/definitions/y" }, y: { $ref: "#/definitions/x" } }\n', 'datacontract.yaml');
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, type }) => [name, type]), [['a', 'any']]);
  const many = Array.from({ length: 50 }, (_, i) => `f${i}: { $ref: "#/definitions/x" }`).join(', ');
  const bomb = `servers: { l: { type: local, path: a.json, format: json } }\nmodels: { m: { fields: { a: { $ref: "#/definitions/x" } } } }\ndefinitions: { x: { type: object, fields: { ${many} } } }\n`;
  assert.ok((dataContract.read(bomb, 'datacontract.yaml').description?.resources[0]?.fields.length ?? 0) < 20_000);
});

test('no text makes the reader throw', () => {
  survivesMutation(dataContract, [[CLEAN, 'datacontract.yaml']]);
});
