import assert from 'node:assert/strict';
import { test } from 'node:test';
import kaggle from '../../../server/src/metadata/kaggle/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const of = (value: object): readonly (readonly string[])[] => complaintsOf(kaggle, JSON.stringify(value), 'dataset-metadata.json');
const CLEAN = {
  title: 'Birds of the lake', subtitle: 'Counts of birds at the lake since 1998', id: 'somebody/birds-of-the-lake', licenses: [{ name: 'CC0-1.0' }], keywords: ['animals'],
  resources: [
    { path: 'birds.csv', description: 'Counts', schema: { fields: [{ name: 'day', type: 'datetime' }, { name: 'count', type: 'integer', title: 'How many' }, { name: 'mail', type: 'email' }] } },
    { path: 'notes.txt' },
  ],
};

test('a clean document has no complaints, and is recognised by its name', () => {
  assert.deepEqual(of(CLEAN), []);
  assert.deepEqual(of({ ...CLEAN, id: undefined, id_no: 12345 }), []);
  assert.deepEqual(['dataset-metadata.json', 'a/dataset-metadata.json', 'my-metadata.json'].map(name => kaggle.mayBe(name)), [true, true, false]);
  assert.equal(kaggle.recognises?.('{ "@context": "http://www.w3.org/ns/csvw" }', 'dataset-metadata.json'), false);
  assert.equal(kaggle.recognises?.('{ "name": "Trends", "distribution": [{ "contentUrl": "a.csv" }] }', 'dataset-metadata.json'), false);
  assert.equal(kaggle.recognises?.('{', 'dataset-metadata.json'), true);
});

test('what Kaggle refuses stands at its node', () => {
  const table: readonly (readonly [change: object, at: string, words: string])[] = [
    [{ title: 'Birds' }, '"Birds"', '‘title’ has 5 characters; Kaggle takes 6 to 50'],
    [{ title: undefined }, '{', '‘title’ is missing here and has to be given'],
    [{ title: 'INSERT_TITLE_HERE' }, '"INSERT_TITLE_HERE"', 'This is what the template has here; it was never filled in'],
    [{ subtitle: 'short' }, '"short"', '‘subtitle’ has 5 characters; Kaggle takes 20 to 80'],
    [{ id: 'birds' }, '"birds"', '“birds” is not of the form “owner/dataset-name”'],
    [{ id: 'me/ab' }, '"me/ab"', 'The name after the slash has 2 characters; Kaggle takes 3 to 50'],
    [{ id: 'me/my birds' }, '"me/my birds"', 'Names in ‘id’ consist of letters, digits and hyphens'],
    [{ id: undefined }, '{', '‘id’ is missing here and has to be given'],
    [{ licenses: [] }, '[]', '‘licenses’ is empty; it has to hold something'],
    [{ licenses: [{ name: 'cc0-1.0' }] }, '"cc0-1.0"', '“cc0-1.0” is no licence of Kaggle; did you mean “CC0-1.0”?'],
    [{ licenses: [{ name: 'MIT' }, { name: 'other' }] }, '{"name":"other"}', 'Kaggle takes exactly one licence'],
    [{ keywords: 'birds' }, '"birds"', '‘keywords’ should be a list'],
    [{ resources: [{ path: 'a' }, { path: 'a' }] }, '"a"', 'Another resource has this path already'],
    [{ resources: [{ file: 'a' }] }, '{', '‘path’ is missing here and has to be given'],
    [{ resources: [{ path: 'a', schema: { fields: [{ name: 'x' }, { name: 'x' }] } }] }, '"x"', 'Another field is called ‘x’ already'],
  ];
  for (const [change, at, words] of table) assert.deepEqual(of({ ...CLEAN, ...change }), [[at, words]]);
});

test('what Kaggle passes over is a warning', () => {
  assert.deepEqual(of({ ...CLEAN, resources: [{ path: 'a', schema: { fields: [{ name: 'x', type: 'int' }, { name: 'y', type: 'strng' }, { name: 'z', type: 'money' }] } }] }), [
    ['"int"', '“int” is no type that Kaggle knows; did you mean “integer”?', 'ignored'],
    ['"strng"', '“strng” is no type that Kaggle knows; did you mean “string”?', 'ignored'],
    ['"money"', '“money” is no type that Kaggle knows', 'ignored'],
  ]);
  assert.deepEqual(of({ ...CLEAN, keywords: undefined, tags: ['a'] }), [['"tags"', '‘tags’ means nothing to Kaggle; did you mean ‘keywords’?', 'ignored']]);
});

test('columns reach the model in the order Kaggle matches them by', () => {
  const { description } = kaggle.read(JSON.stringify(CLEAN), 'dataset-metadata.json');
  const [birds, notes] = description?.resources ?? [];
  assert.deepEqual(birds?.fields.map(({ name, type, format }) => [name, type, format]), [['day', 'datetime', 'any'], ['count', 'integer', undefined], ['mail', 'string', 'email']]);
  assert.deepEqual([birds?.fieldsMatch, notes?.fieldsMatch, description?.licences], ['exact', undefined, [{ node: ['licenses', 0, 'name'], id: 'CC0-1.0' }]]);
});

test('no text makes the reader throw', () => {
  survivesMutation(kaggle, [[JSON.stringify(CLEAN, null, 1), 'dataset-metadata.json']]);
});
