import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { standardOf } from '../../../server/src/engine/registry.ts';
import type { Json } from '../../../server/src/core/problem.ts';
import { schemaDocumentComplaints } from '../../../server/src/metadata/json-schema/complaints.ts';
import { draftOf, KEYWORDS } from '../../../server/src/metadata/json-schema/keywords.ts';
import jsonSchema from '../../../server/src/metadata/json-schema/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const NEWEST = 'https://json-schema.org/draft/2020-12/schema';
const of = (schema: object, $schema = NEWEST): readonly (readonly string[])[] => complaintsOf(jsonSchema, JSON.stringify({ $schema, ...schema }), 'orders.schema.json');

const CLEAN = {
  title: 'Orders', type: 'object', additionalProperties: false, required: ['id', 'customer'],
  properties: {
    id: { type: 'integer', minimum: 1 }, mail: { type: ['string', 'null'], format: 'email' }, kind: { enum: ['new', 'paid', null] }, day: { type: 'string', format: 'date' },
    customer: { $ref: '#/$defs/customer' }, tags: { type: 'array', items: { type: 'string' } }, note: { anyOf: [{ type: 'string', maxLength: 10 }, { type: 'null' }] }, mixed: { type: ['string', 'number'] },
    code: { type: 'string', pattern: '^[A-Z]+' },
  },
  $defs: { customer: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 1 }, city: { type: 'string' } } } },
};

test('schemas are told from other documents of their name', () => {
  const standard = (text: string): string | undefined => standardOf('file:///d/orders.schema.json', text)?.id;
  assert.equal(standard(JSON.stringify({ $schema: NEWEST, ...CLEAN })), 'json-schema');
  assert.equal(standard('{ "properties": {} }'), 'json-schema');
  assert.notEqual(standard('{ "fields": [{ "name": "a" }] }'), 'json-schema');
  assert.notEqual(standard('{ "a": 1 }'), 'json-schema');
});

test('a clean schema has no complaints', () => {
  assert.deepEqual(of(CLEAN), []);
});

test('each mistake stands at its node, once', () => {
  const table: readonly (readonly [schema: object, ...expected: readonly (readonly string[])[]])[] = [
    [{ type: 'strng' }, ['"strng"', '“strng” is no type; did you mean “string”?']],
    [{ type: 'int' }, ['"int"', '“int” is no type; did you mean “integer”?']],
    [{ type: [] }, ['[]', '‘type’ is empty; it has to hold something']],
    [{ minLength: -1 }, ['-1', '‘minLength’ should be a whole number that is not negative']],
    [{ multipleOf: 0 }, ['0', '‘multipleOf’ should be a number greater than 0']],
    [{ required: 'id' }, ['"id"', '‘required’ should be a list']],
    [{ required: ['a', 'a'] }, ['"a"', 'This is in the list already']],
    [{ properties: { a: 5 } }, ['5', 'A schema is an object, or true or false']],
    [{ items: [{}] }, ['[{}]', 'A schema is an object, or true or false']],
    [{ allOf: [] }, ['[]', '‘allOf’ should be a list of schemas that is not empty']],
    [{ enum: [] }, ['[]', 'No value is one of an empty list', 'ignored']],
    [{ propertes: {} }, ['"propertes"', '‘propertes’ is no keyword and means nothing; did you mean ‘properties’?', 'ignored']],
    [{ minimum: 5, maximum: 1 }, ['1', 'No value can be at least “5” and at most “1”', 'ignored']],
    [{ pattern: '(?=a)' }, ['"(?=a)"', 'This pattern cannot be evaluated here, so it is not checked', 'unchecked']],
    [{ $ref: '#/$defs/none' }, ['"#/$defs/none"', 'There is nothing at “#/$defs/none” in this schema']],
    [{ $ref: 'other.json' }, ['"other.json"', '“other.json” is another document and is not looked at', 'unchecked']],
    [{ additionalProperties: false, properties: { name: {} }, required: ['nmae'] }, ['"nmae"', '‘nmae’ has to be there, and is none of the properties that may be; did you mean ‘name’?']],
    [{ markdownDescription: 'x', example: 1, enumDescriptions: [], 'x-order': 1, when: 1 }],
  ];
  for (const [schema, ...expected] of table) assert.deepEqual(of(schema), expected, JSON.stringify(schema));
});

test('editions differ in their keywords', () => {
  const seven = 'http://json-schema.org/draft-07/schema#';
  assert.deepEqual(of({ items: [{}], definitions: {} }, seven), []);
  assert.deepEqual(of({ properties: { a: { $ref: '#/$defs/b' } }, $defs: { b: {} } }, seven), []);
  assert.deepEqual(of({ type: [{ $ref: '#' }, 'boolean'], divisibleBy: 2 }, 'http://json-schema.org/draft-03/schema#').map(([at]) => at), ['"http://json-schema.org/draft-03/schema#"']);
  assert.deepEqual(of({ prefixItems: [{}] }, seven), [['"prefixItems"', '‘prefixItems’ came with “2020-12” and means nothing in the edition this schema is of', 'ignored']]);
  assert.deepEqual(of({ minimum: 1, exclusiveMinimum: true }, 'http://json-schema.org/draft-04/schema#').map(([at, , kind]) => [at, kind]), [['"http://json-schema.org/draft-04/schema#"', 'deprecated']]);
  assert.deepEqual([seven, 'https://json-schema.org/draft/2019-09/schema', NEWEST, undefined, 'https://example.com/x'].map(draftOf), [7, 2019, 2020, 2020, undefined]);
});

const metaschemas = { 7: new Ajv({ validateFormats: false, strict: false }), 2019: new Ajv2019({ validateFormats: false, strict: false }), 2020: new Ajv2020({ validateFormats: false, strict: false }) } as const;
const SCHEMAS = { 7: 'http://json-schema.org/draft-07/schema#', 2019: 'https://json-schema.org/draft/2019-09/schema', 2020: NEWEST } as const;

test('what the metaschema of an edition refuses is complained of, and nothing else is', () => {
  const scalar = fc.constantFrom<Json>('string', 'a', '', 1, 0, -1, 1.5, true, false, null, 'integer', '#');
  const word = fc.constantFrom(...new Set(Object.values(KEYWORDS).flatMap(words => [...words.keys()]).filter(key => !['id', '$schema', '$id', '$vocabulary', 'writeOnly'].includes(key))));
  const { schema } = fc.letrec<{ schema: Json; value: Json }>(tie => ({
    schema: fc.oneof({ weight: 4, arbitrary: fc.dictionary(word, tie('value'), { maxKeys: 3 }) }, { weight: 1, arbitrary: scalar }),
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(scalar, { maxLength: 3 }), tie('schema'), fc.array(tie('schema'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), fc.array(scalar, { maxLength: 2 }), { maxKeys: 2 })),
  }));
  for (const draft of [7, 2019, 2020] as const) {
    const validate = metaschemas[draft].getSchema(SCHEMAS[draft]);
    assert.ok(validate);
    fc.assert(fc.property(fc.dictionary(word, schema, { maxKeys: 3 }), given => {
      const refused = validate(given) !== true;
      const complained = schemaDocumentComplaints(given, draft).some(({ kind }) => kind === 'schema');
      assert.equal(complained, refused, `${draft}: ${JSON.stringify(given)} ${JSON.stringify(validate.errors)}`);
    }), { numRuns: 300 });
  }
});

test('properties become columns of tables and of objects', () => {
  const { description } = jsonSchema.read(JSON.stringify({ $schema: NEWEST, ...CLEAN }), 'orders.schema.json');
  const [table, objects] = description?.resources ?? [];
  assert.deepEqual([table?.paths, objects?.paths, table?.fieldsMatch, table?.optional], [['orders.{csv,tsv,parquet}'], ['orders.{jsonl,ndjson,json}'], 'equal', true]);
  assert.deepEqual(table?.fields.map(({ name, type, optional, constraints }) => [name, type, optional, constraints]), [
    ['id', 'integer', undefined, { required: true, minimum: 1 }], ['mail', 'string', true, {}], ['kind', 'any', true, { enum: ['new', 'paid'] }], ['day', 'date', true, {}], ['customer', 'any', undefined, { required: true }],
    ['tags', 'any', true, {}], ['note', 'string', true, { maxLength: 10 }], ['mixed', 'any', true, {}], ['code', 'string', true, { pattern: '[A-Z]+(?s:.*)' }],
  ]);
  assert.deepEqual(objects?.fields.map(({ name, optional, constraints }) => [name, optional, constraints.required]).slice(4, 7), [['customer.name', undefined, true], ['customer.city', true, undefined], ['tags[]', true, undefined]]);
  assert.deepEqual(jsonSchema.read('{ "type": "array", "items": { "properties": { "a": {} } } }', 'x.schema.json').description?.resources[0]?.fields.map(({ name }) => name), ['a']);
  assert.deepEqual(jsonSchema.read('{ "type": "string" }', 'x.schema.json').description?.resources, []);
});

test('schemas that hold themselves end somewhere', () => {
  const tree = { properties: { left: { $ref: '#' }, right: { $ref: '#' }, name: { type: 'string' } } };
  const { description } = jsonSchema.read(JSON.stringify(tree), 'x.schema.json');
  assert.ok((description?.resources[1]?.fields.length ?? 0) <= 20_000);
  const wide = { allOf: Array.from({ length: 60 }, () => ({ $ref: '#' })), properties: { a: { $ref: '#/allOf/0' } } };
  assert.ok(jsonSchema.read(JSON.stringify(wide), 'x.schema.json').description);
  assert.ok(jsonSchema.read('{ "$ref": "#" }', 'x.schema.json').description);
});

test('no text makes the reader throw', () => {
  survivesMutation(jsonSchema, [[JSON.stringify({ $schema: NEWEST, ...CLEAN }, null, 1), 'orders.schema.json']]);
});
