import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GUIDE } from '../../../server/src/metadata/csvw/guide.ts';

const FILE = 't.csv-metadata.json';
const propertiesAt = (...path: readonly (string | number)[]): readonly string[] => GUIDE.properties(path, FILE).map(({ name }) => name);

test('an editor offers the properties of the object it is in', () => {
  assert.ok(['@context', 'url', 'tables', 'tableSchema', 'lang'].every(name => propertiesAt().includes(name)));
  assert.ok(['titles', 'datatype', 'required', 'separator'].every(name => propertiesAt('tableSchema', 'columns', 0).includes(name)));
  assert.ok(!propertiesAt('tableSchema', 'columns', 0).includes('url'));
  assert.ok(propertiesAt('tables', 0, 'dialect').includes('delimiter'));
  assert.deepEqual(propertiesAt('@context', 1), ['@base', '@language']);
  assert.deepEqual(propertiesAt('tableSchema', 'foreignKeys', 0), ['columnReference', 'reference']);
  assert.deepEqual(propertiesAt('dc:subject'), []);
});

test('an editor offers the values of closed lists, and knows what is a name of what', () => {
  assert.ok(GUIDE.values(['tableSchema', 'columns', 0, 'datatype'], FILE).includes('dateTime'));
  assert.deepEqual(GUIDE.values(['tables', 0, 'dialect', 'header'], FILE), ['true', 'false']);
  assert.deepEqual(GUIDE.values(['dialect', 'trim'], FILE), ['true', 'false', 'start', 'end']);
  assert.equal(GUIDE.names(['tables', 3, 'url'], FILE), 'path');
  assert.equal(GUIDE.names(['tableSchema', 'columns', 1, 'titles', 0], FILE), 'column');
  assert.equal(GUIDE.names(['tableSchema', 'columns', 1, 'name'], FILE), undefined);
});
