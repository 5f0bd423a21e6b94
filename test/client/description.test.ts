import assert from 'node:assert/strict';
import { test } from 'node:test';
import { descriptionOf } from '../../client/src/newProject/description.ts';
import type { ColumnFacts, DatasetFacts } from '../../server/src/protocol/messages.ts';
import { factsOf } from '../../server/src/scaffold/main.ts';

const column = (name: string, facts: Partial<ColumnFacts> = {}): ColumnFacts =>
  ({ name, type: 'string', missing: 0, distinct: 3, distinctExact: true, personal: false, min: null, max: null, ...facts });

const dataset: DatasetFacts = {
  uri: 'file:///data/people.csv', descriptionUri: null, name: 'people', title: null, format: 'csv', rows: 100,
  columns: [
    column('code', { distinct: 100 }), column('mail', { distinct: 98, personal: true }), column('height', { type: 'number', distinct: 100 }), column('plan'),
  ],
  ml: { task: 'classification', target: 'plan' }, mlDeclared: false, missingValues: ['', 'NA'],
  dialect: { delimiter: ';', quote: '"', header: true, encoding: 'utf-8', declared: [] },
};

test('what the server knows of a dataset reaches the scaffold', () => {
  const facts = factsOf(descriptionOf(dataset, 'people.csv'), '../people.csv');
  assert.equal(facts.delimiter, ';');
  assert.deepEqual(facts.missing, ['', 'NA']);
  assert.deepEqual([facts.task, facts.target], ['classification', 'plan']);
  assert.deepEqual(facts.columns.map(({ name, kind }) => [name, kind]), [
    ['code', 'category'], ['mail', 'category'], ['height', 'number'], ['plan', 'category'],
  ]);
});

test('names of rows and personal columns are not proposed as features, measured numbers are', () => {
  const facts = factsOf(descriptionOf(dataset, 'people.csv'), '../people.csv');
  assert.deepEqual(facts.columns.map(({ withheld }) => withheld), [true, true, false, false]);
});
