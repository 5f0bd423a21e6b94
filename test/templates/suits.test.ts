import assert from 'node:assert/strict';
import test from 'node:test';
import { complete, factsOf, isFor, listTemplates, suitable } from '../../server/src/scaffold/main.ts';
import type { DatasetFacts } from '../../server/src/scaffold/main.ts';
import { factsNamed } from './support/datasets.ts';
import { columns, exampleFacts } from './support/describe.ts';
import { TEMPLATES, disk, template } from './support/project.ts';

const { templates } = await listTemplates(disk, TEMPLATES, 'en');
const suitsFor = (facts: DatasetFacts): readonly string[] => [...new Set(suitable(templates, facts).map(({ suits = 'any' }) => suits))];

test('a dataset is offered what takes it, what is particular about it first', () => {
  assert.deepEqual(suitsFor(factsNamed('pictures')), ['images']);
  assert.deepEqual(suitsFor(factsNamed('conversations')), ['conversations']);
  assert.deepEqual(suitsFor(factsNamed('reviews')), ['text', 'table']);
  assert.deepEqual(suitsFor(exampleFacts('examples/penguins/datapackage.json', '/project')), ['table']);
  assert.deepEqual(suitsFor(exampleFacts('examples/seattle-weather/datapackage.json', '/project')), ['table', 'series']);
});

test('records that are no text with delimiters are taken by none of ours, and by templates that do not say what they are for', () => {
  const [resource = assert.fail()] = columns({ a: 'number' }).resources;
  const facts = factsOf({ resources: [{ ...resource, content: 'records' }] }, 'a.parquet');
  assert.deepEqual(suitsFor(facts), []);
  assert.ok(isFor({}, facts));
});

test('sentences are read as Chinese where they have no blanks, and nobody takes them for categories', async () => {
  const { template: texts } = await template('text-pytorch');
  assert.deepEqual(['reviews', '评论'].map(name => complete(texts, factsNamed(name), {})['language']), ['blanks', 'chinese']);
  assert.deepEqual(complete(texts, factsNamed('reviews'), {})['features'], ['text', 'it\'s "titled"']);
  const { template: table } = await template('tabular-sklearn');
  assert.deepEqual(complete(table, factsNamed('reviews'), {})['features'], ['sex']);
});
