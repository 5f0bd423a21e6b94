import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Description } from '../../server/src/core/description.ts';
import { allStandards } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { descriptions } from './arbitraries.ts';

const BIRDS: Description = {
  name: 'birds-of-the-lake', title: 'Birds of the lake', description: 'Counts since 1998.', languages: ['no', 'en'], licences: [{ id: 'CC-BY-4.0', node: ['licenses', 0] }],
  ml: { task: 'classification', target: 'kind', node: ['ml'], splits: { parts: { train: ['old'], test: ['new'] }, rows: {}, node: ['ml', 'splits'] } },
  resources: ['old', 'new'].map((name, i) => ({
    name, paths: [`${name}.csv`], fieldsMatch: 'exact' as const, node: ['resources', i], dialect: { delimiter: ';' }, rows: { value: 900, node: [] },
    fields: [
      { name: 'day', type: 'date' as const, constraints: { required: true }, node: [] }, { name: 'count', type: 'integer' as const, constraints: { minimum: 0 }, unit: 'birds', node: [] },
      { name: 'kind', type: 'string' as const, constraints: { enum: ['goose', 'no'] }, node: [] },
    ],
  })),
};

function written(id: string, description = BIRDS) {
  const standard = allStandards.find(one => one.id === id);
  const { text = '', lost = [], fileName = '' } = standard?.write?.(description) ?? {};
  const read = standard?.read(text, fileName);
  const say = (message: Parameters<typeof renderMessage>[0]): string => renderMessage(message, { locale: 'en' });
  return { text, fileName, description: read?.description, complaints: read?.complaints.map(({ message }) => say(message)), lost: lost.map(say), standard };
}

test('a card has its splits, its columns and its counts, and loses only what cards have no words for', () => {
  const { text, fileName, description, complaints, lost } = written('hugging-face-card');
  assert.equal(fileName, 'README.md');
  assert.deepEqual(complaints, []);
  assert.match(text, /^---\n/);
  assert.match(text, /- "no"/);
  assert.match(text, /sep: ;\n/);
  assert.match(text, /\n# Birds of the lake\n\nCounts since 1998\.\n$/);
  assert.deepEqual(description?.resources.map(({ name, paths, rows, split }) => [name, paths, rows?.value, split]), [
    ['default/train', ['old.csv'], 900, 'train'], ['default/test', ['new.csv'], 900, 'test'],
  ]);
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, type }) => `${name}: ${type}`), ['day: date', 'count: integer', 'kind: string']);
  assert.deepEqual(description?.licences?.map(({ id }) => id?.toLowerCase()), ['cc-by-4.0']);
  assert.deepEqual(lost.filter(each => !each.includes('‘new’')).slice(0, 5), [
    '‘name’ of the dataset', '‘ml’ of the dataset', '‘required’ of the field ‘day’', '‘unit’ of the field ‘count’', '‘minimum’ of the field ‘count’',
  ]);
});

test('metadata of Kaggle says what is left to be filled in', () => {
  const { fileName, description, complaints, lost } = written('kaggle');
  assert.equal(fileName, 'dataset-metadata.json');
  assert.deepEqual(complaints, ['This is what the template has here; it was never filled in']);
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, type }) => `${name}: ${type}`), ['day: datetime', 'count: integer', 'kind: string']);
  assert.ok(lost.includes('‘enum’ of the field ‘kind’') && lost.includes('‘dialect’ of the resource ‘old’'));
});

test('a row schema is one of 2020-12 and describes the first table; the others are named as lost', () => {
  const { fileName, description, complaints, lost } = written('json-schema');
  assert.equal(fileName, 'old.schema.json');
  assert.deepEqual(complaints, []);
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, type, constraints }) => [name, type, constraints]), [
    ['day', 'date', {}], ['count', 'integer', { minimum: 0 }], ['kind', 'string', { enum: ['goose', 'no'] }],
  ]);
  assert.ok(lost.includes('The resource ‘new’ as a whole'));
});

test('columns of JSON become objects again', () => {
  const fields = ['id', 'who.name', 'who.mail', 'tags[]'].map(name => ({ name, type: 'string' as const, constraints: {}, node: [] }));
  const { text, description } = written('json-schema', { resources: [{ name: 'a', paths: ['a.jsonl'], fieldsMatch: 'subset', fields, node: [] }] });
  assert.deepEqual(Object.keys(JSON.parse(text).properties), ['id', 'who', 'tags']);
  assert.deepEqual(description?.resources[1]?.fields.map(({ name }) => name), ['id', 'who.name', 'who.mail', 'tags[]']);
});

test('columns of examples go to the parts of the layout they are called after', () => {
  const resource = (path: string, names: readonly string[]) => ({ name: path, paths: [path], fieldsMatch: 'equal' as const, node: [], fields: names.map(name => ({ name, type: 'string' as const, constraints: {}, node: [] })) });
  const { text, complaints } = written('llama-factory', {
    resources: [resource('a.jsonl', ['question', 'answer']), resource('b.jsonl', ['messages[]', 'system']), resource('c.jsonl', ['instruction', 'chosen', 'rejected']), resource('d.csv', ['x'])],
  });
  assert.deepEqual(complaints, []);
  assert.deepEqual(Object.values(JSON.parse(text)), [
    { file_name: 'a.jsonl', columns: { prompt: 'question', response: 'answer' } },
    { file_name: 'b.jsonl', formatting: 'sharegpt', columns: { messages: 'messages', system: 'system' } },
    { file_name: 'c.jsonl', ranking: true, columns: { prompt: 'instruction', chosen: 'chosen', rejected: 'rejected' } },
    { file_name: 'd.csv' },
  ]);
});

test('whatever is described, what is written can be read again', () => {
  fc.assert(fc.property(descriptions, fc.constantFrom('hugging-face-card', 'kaggle', 'json-schema', 'llama-factory'), (description, id) => {
    const { text, fileName, standard } = written(id, description);
    assert.deepEqual(standard?.read(text, fileName).complaints.filter(({ kind }) => kind === 'syntax').map(({ message }) => message.template), []);
  }), { numRuns: 200 });
});
