import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSplitColumnName, roleOfWord, splitFileOf, splitFolderOf } from '../../server/src/util/splitNames.ts';

const rows: readonly (readonly [file: string, role: string | undefined, stem?: string, shard?: number])[] = [
  ['train.csv', 'train', ''],
  ['Test.CSV', 'test', ''],
  ['dev.jsonl', 'validation', ''],
  ['adult_train.csv', 'train', 'adult'],
  ['adult.test.tsv', 'test', 'adult'],
  ['X_train.csv', 'train', 'x'],
  ['train-00000-of-00003.parquet', 'train', '', 0],
  ['train_12.csv', 'train', '', 12],
  ['en-validation-00001-of-00002.parquet', 'validation', 'en', 1],
  ['订单_训练集.csv', 'train', '订单'],
  ['sales-holdout.csv.gz', 'test', 'sales'],
  ['customers.csv', undefined],
  ['trains.csv', undefined],
  ['train_test_ids.csv', undefined],
  ['model_train_log.csv', undefined],
  ['latest.csv', undefined],
];

for (const [file, role, stem, shard] of rows) {
  test(`${file} is ${role ?? 'no split'}`, () => {
    const found = splitFileOf(file);
    assert.deepEqual([found?.role, found?.stem, found?.shard], [role, stem, shard]);
  });
}

test('files of one name in folders for the parts belong together', () => {
  const folders = [['train', 'data.csv'], ['测试集', '表-00002-of-00003.csv'], ['imdb_test', 'a.jsonl'], ['tests', 'data.csv'], ['train.csv', 'data.csv'], ['src', 'train.csv']] as const;
  assert.deepEqual(folders.map(([folder, file]) => splitFolderOf(folder, file)), [
    { role: 'train', stem: '/data', extension: '.csv', shard: undefined }, { role: 'test', stem: '/表', extension: '.csv', shard: 2 },
    { role: 'test', stem: 'imdb/a', extension: '.jsonl', shard: undefined }, undefined, undefined, undefined,
  ]);
});

test('files that belong together share their ending, compressed or not', () => {
  assert.equal(splitFileOf('sales-holdout.csv.gz')?.extension, '.csv.gz');
  assert.equal(splitFileOf('adult.test.tsv')?.extension, '.tsv');
});

test('values and names of split columns', () => {
  assert.deepEqual(['train', 'Training', 'TEST', 'val', 'test set', '测试集', 'trainee', '1'].map(roleOfWord), ['train', 'train', 'test', 'validation', 'test', 'test', undefined, undefined]);
  assert.deepEqual(['split', 'Subset', 'dataset_split', '数据集划分', 'settlement', 'asset', 'dataset'].map(isSplitColumnName), [true, true, true, true, false, false, true]);
});
