import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../server/src/core/problem.ts';
import { readColumnPrivacy, readDatasetPrivacy } from '../../../server/src/metadata/annotation/read.ts';
import { keptOfColumn, keptOfDataset } from '../../../server/src/metadata/annotation/schemas.ts';
import { extraOfColumn, writeColumnPrivacy, writeDatasetPrivacy } from '../../../server/src/metadata/annotation/write.ts';
import dataPackage from '../../../server/src/metadata/data-package/standard.ts';
import { objectOf, type JsonObject } from '../../../server/src/metadata/document/shape.ts';
import { values } from '../arbitraries.ts';
import { columnBlocks, columnPrivacy, datasetBlocks, datasetPrivacy } from './arbitraries.ts';

const RUNS = { numRuns: 300 };
const NODE = ['x', 0, 'privacy'];
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** A block of somebody who makes mistakes: keys nobody knows, values of every kind in place of right ones. */
const spoilt = (blocks: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> => fc.tuple(blocks, fc.dictionary(fc.constantFrom('node', 'raw', 'purposes', 'role', 'controller', 'retention', 'transform', 'typo'), values, { maxKeys: 3, noNullPrototype: true }))
  .map(([block, wrong]) => ({ ...objectOf(block), ...wrong }));

test('an annotation is read as it was written', () => {
  fc.assert(fc.property(datasetPrivacy(NODE), privacy => {
    assert.deepEqual(plain(readDatasetPrivacy(writeDatasetPrivacy({ ...privacy, raw: {} }), NODE)), plain(privacy));
  }), RUNS);
  fc.assert(fc.property(columnPrivacy(NODE), privacy => assert.deepEqual(plain(readColumnPrivacy(writeColumnPrivacy(privacy, undefined), NODE)), plain(privacy))), RUNS);
});

test('a block is written as it was read, with what means nothing', () => {
  fc.assert(fc.property(spoilt(datasetBlocks), block => {
    const read = readDatasetPrivacy(block, NODE);
    assert.deepEqual(read && writeDatasetPrivacy(read), block);
  }), RUNS);
  fc.assert(fc.property(spoilt(columnBlocks), block => {
    const read = readColumnPrivacy(block, NODE);
    assert.deepEqual(read && writeColumnPrivacy(read, extraOfColumn(block)), block);
  }), RUNS);
});

test('nothing is left out of a block without a mistake, and no mistake is left in', () => {
  const packageOf = (privacy: Json, column: Json): string =>
    JSON.stringify({ resources: [{ name: 'a', path: 'a.csv', schema: { fields: [{ name: 'a', privacy: column }] } }], privacy });
  const wrong = (text: string): number => dataPackage.read(text, 'datapackage.json').complaints.filter(({ kind, path }) => kind !== 'recommended' && path.includes('privacy')).length;
  fc.assert(fc.property(datasetBlocks, columnBlocks, (dataset, column) => {
    assert.deepEqual([keptOfDataset(dataset), keptOfColumn(column)], [dataset, column]);
    assert.equal(wrong(packageOf(dataset, column)), 0);
  }), RUNS);
  fc.assert(fc.property(spoilt(datasetBlocks), spoilt(columnBlocks), (dataset, column) => {
    assert.equal(wrong(packageOf(keptOfDataset(dataset) ?? {}, keptOfColumn(column) ?? {})), 0);
  }), RUNS);
});

test('what has changed is written, and what stands around it stays', () => {
  const block = { controller: 'Ada', retention: { period: 'P3Y', colour: 'blue' }, typo: 1, personalData: 'yes' };
  const read = readDatasetPrivacy(block, NODE);
  assert.ok(read);
  const { personalData: _, ...others } = read;
  assert.deepEqual(writeDatasetPrivacy({ ...others, retention: { period: 'P1Y' }, identifiability: 'pseudonymised' }), {
    controller: 'Ada', retention: { period: 'P1Y', colour: 'blue' }, typo: 1, identifiability: 'pseudonymised',
  });
});

test('a purpose keeps its place in the list when another means nothing', () => {
  const read = readDatasetPrivacy({ purposes: [{ description: 'no use' }, 5, { use: 'train_ai_system', legalBasis: 'because' }] }, ['privacy']);
  assert.deepEqual(read?.purposes, [{ use: 'train_ai_system', node: ['privacy', 'purposes', 2] }]);
});
