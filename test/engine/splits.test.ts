import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Files } from '../../server/src/core/host.ts';
import { say } from '../../server/src/core/message.ts';
import type { Query } from '../../server/src/core/query.ts';
import { defineRule, type SplitPair } from '../../server/src/core/rule.ts';
import type { ColumnSummary } from '../../server/src/core/summary.ts';
import { createDescriptions } from '../../server/src/engine/descriptions.ts';
import { formatOf } from '../../server/src/engine/registry.ts';
import { Partners, type TableFinder } from '../../server/src/engine/splits/partners.ts';
import { checkBytes, type Cut } from '../harness/check.ts';
import { checkDataset, type Dataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';
import { memoryHost, uriOf } from '../harness/memoryHost.ts';

const datasetOf = (files: Readonly<Record<string, string>>): Dataset =>
  new Map(Object.entries(files).map(([file, text]) => [file, { bytes: new TextEncoder().encode(text) }]));

/** A rule that keeps the pairs it was shown and, where there is a query, reports what it matches. */
function witness(queryOf: (pair: SplitPair) => Query | undefined = () => undefined) {
  const pairs: SplitPair[] = [];
  const rule = defineRule({
    id: 'witness', scope: 'split', summary: 'Sees', severity: 'hint', dimension: 'validity', since: 'next', needs: [], options: {},
    *check(pair) {
      pairs.push(pair);
      const cells = queryOf(pair);
      if (cells) yield { place: { at: 'header', column: pair.shared[0]?.current.index ?? 0 }, cells, message: say`found` };
    },
  });
  return { rule, pairs };
}

const cells = fc.constantFrom('a', 'b', 'c', '7', '8', '', 'x y', '"q, r"');
const rows = fc.array(fc.tuple(cells, cells, fc.constant('k')), { minLength: 1, maxLength: 25 });
const write = (header: string, list: readonly (readonly string[])[]): string => `${header}\n${list.map(row => row.join(',')).join('\n')}\n`;
const rowsFound = async (dataset: Dataset, rule: ReturnType<typeof witness>['rule'], cut: Cut = 'whole'): Promise<readonly number[]> =>
  (await checkDataset(dataset, [rule], KERNELS.kernel, cut)).flatMap(({ spots }) => spots.map(({ place }) => ('row' in place ? place.row : -1)));

test('rows of another file are found by their cells, whatever the order of columns', async () => {
  await fc.assert(fc.asyncProperty(rows, rows, fc.nat(80), async (train, evaluated, cut) => {
    const { rule } = witness(({ reference, shared }) => ({
      is: 'in-other', table: reference.name, columns: shared.map(({ current }) => current.index), from: shared.map(pair => pair.reference.index),
    }));
    const swapped = train.map(([left, right, last]) => [right, left, last]);
    const dataset = datasetOf({ 'train.csv': write('q,p,r', swapped), 'test.csv': write('p,q,r', evaluated) });
    const expected = evaluated.flatMap(([left, right], i) => (train.some(row => row[0] === left && row[1] === right) ? [i] : []));
    assert.deepEqual(await rowsFound(dataset, rule, cut + 1), expected);
  }), { numRuns: 120 });
});

test('cells of another file are found, missing ones never', async () => {
  await fc.assert(fc.asyncProperty(rows, rows, async (train, evaluated) => {
    const { rule } = witness(({ reference, shared }) => ({ is: 'occurs-in', table: reference.name, column: shared[0]?.reference.index ?? 0 }));
    const dataset = datasetOf({ 'train.csv': write('p,q,r', train), 'test.csv': write('p,q,r', evaluated) });
    const known = new Set<string>(train.map(([left]) => left).filter(text => text !== ''));
    assert.deepEqual(await rowsFound(dataset, rule), evaluated.flatMap(([left], i) => (known.has(left) ? [i] : [])));
  }), { numRuns: 120 });
});

/** What a summary says apart from where values first stood. */
const factsOf = ({ values, numbers, ...rest }: ColumnSummary): object => ({
  ...rest, values: values.map(({ hash, count }) => [hash.toString(), count]), numbers: numbers && [numbers.count, numbers.min, numbers.max, numbers.mean, numbers.variance],
});

for (const [name, kernel] of Object.entries(KERNELS)) {
  test(`parts of one file are summarised like files of their own (${name})`, async () => {
    const part = fc.constantFrom('train', 'test', 'val');
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(part, cells, cells), { minLength: 4, maxLength: 40 }), fc.nat(200), async (list, cut) => {
      const { rule, pairs } = witness();
      await checkDataset(datasetOf({ 'all.csv': write('split,p,q', list) }), [rule], kernel, cut + 1);
      const there = new Set(list.map(([role]) => role));
      assert.equal(pairs.length, there.has('train') ? there.size - 1 : 0);
      for (const { reference, current } of pairs) {
        for (const view of [reference, current]) {
          const alone = write('split,p,q', list.filter(([role]) => role === view.name));
          const checked = await checkBytes('data.csv', new TextEncoder().encode(alone), [], kernel, 'whole', { declared: { delimiter: ',', header: true } });
          assert.deepEqual(view.columns.map(({ summary }) => factsOf(summary)), checked.table?.columns.map(({ summary }) => factsOf(summary)));
        }
      }
    }), { numRuns: name === 'twin' ? 25 : 80 });
  });
}

test('a query about a part stays in it and finds its counterpart in the other', async () => {
  const { rule } = witness(({ reference, shared }) => ({ is: 'in-other', table: reference.name, columns: shared.map(({ current }) => current.index), from: shared.map(pair => pair.reference.index) }));
  const dataset = datasetOf({ 'all.csv': 'part,p,q\n测试,1,x\n训练,2,y\n训练,1,x\n训练,2,y\n测试,3,z\n'.replace('part', '数据集划分') });
  const [found, ...others] = await checkDataset(dataset, [rule], KERNELS.kernel);
  assert.deepEqual(others, []);
  assert.deepEqual(found?.spots.map(({ place }) => place), [{ at: 'row', row: 0 }]);
  assert.deepEqual(found?.related.map(({ spot }) => [spot.place, spot.range.start.line]), [[{ at: 'row', row: 2 }, 3]]);
});

test('texts are found in another file when a word or two differ, and not when they are the same row or another text', async () => {
  const word = fc.constantFrom(...'red blue cat dog house river stone cloud north seven bread salt wind late early quiet open green door lamp'.split(' '));
  const text = fc.array(word, { minLength: 40, maxLength: 60 });
  await fc.assert(fc.asyncProperty(fc.uniqueArray(text, { minLength: 3, maxLength: 8, selector: words => words.join() }), fc.nat(39), async (texts, at) => {
    const { rule } = witness(({ reference }) => ({ is: 'near-other', table: reference.name, columns: [1], from: [1], least: 0.7, whole: { columns: [0, 1], from: [0, 1] } }));
    const [copied = [], changed = [], ...rest] = texts;
    const other = changed.map((one, i) => (i === at ? 'zebra' : one));
    const unlike = Array.from({ length: 45 }, (_, i) => `word${i}`);
    const train = [copied, changed, ...rest].map((words, i) => [String(i), words.join(' ')]);
    const evaluated = [['0', copied.join(' ')], ['9', other.join(' ')], ['8', unlike.join(' ')]];
    assert.deepEqual(await rowsFound(datasetOf({ 'train.csv': write('id,text', train), 'test.csv': write('id,text', evaluated) }), rule), [1]);
  }), { numRuns: 60 });
});

test('a description says which files belong together, and shards are one table', async () => {
  const { rule, pairs } = witness();
  const resource = (name: string, path: string | readonly string[]): object => ({ name, path, schema: { fields: [{ name: 'p' }] } });
  const description = {
    resources: [resource('learn', ['a.csv', 'b.csv']), resource('judge', 'c.csv')], ml: { splits: { train: 'learn', test: 'judge' } },
  };
  await checkDataset(datasetOf({ 'datapackage.json': JSON.stringify(description), 'a.csv': 'p\n1\n2\n', 'b.csv': 'p\n3\n', 'c.csv': 'p\n4\n' }), [rule], KERNELS.kernel);
  assert.deepEqual(pairs.map(({ reference, current, relation, known, role }) => [reference.records, current.records, relation, known, role]), [
    [2, 1, 'shard', 'description', 'train'],
    [3, 1, 'evaluation', 'description', 'test'],
  ]);
});

test('folders for the parts join files of one name, and shards in them are one table', async () => {
  const { rule, pairs } = witness(({ reference }) => ({ is: 'occurs-in', table: reference.name, column: 0 }));
  const findings = await checkDataset(datasetOf({
    'd/train/data-0.csv': 'p,q\n1,2\n', 'd/train/data-1.csv': 'p,q\n3,4\n5,6\n', 'd/test/data-0.csv': 'p,q\n3,8\n', 'd/test/other.csv': 'p,q\n1,2\n',
    'e/train/t.csv': 'p,q\n1,2\n', 'e/test/t.csv': 'p,q\n7,2\n1,0\n',
  }), [rule], KERNELS.kernel);
  assert.deepEqual(pairs.map(({ reference, current, relation, known, role }) => [reference.name, reference.records, current.records, relation, known, role]), [
    ['data-0.csv', 1, 2, 'shard', 'names', 'train'], ['train/data-0.csv', 3, 1, 'evaluation', 'names', 'test'], ['train/t.csv', 1, 2, 'evaluation', 'names', 'test'],
  ]);
  assert.deepEqual(findings.map(({ primary, spots }) => [primary.uri.slice(-15), spots.map(({ place }) => 'row' in place && place.row)]), [
    ['test/data-0.csv', [0]], ['mple/e/test/t.csv'.slice(-15), [1]],
  ]);
});

test('partners are read as the configuration says', async () => {
  const dataset = datasetOf({ 'train.csv': "p;q\n'1;1';2\n", 'test.csv': "p;q\n'3;4';4\n" });
  const host = memoryHost(dataset);
  const read = { delimiter: ';', quote: "'" };
  const partners = new Partners({ files: host.files, formatOf, findDescription: () => Promise.resolve(undefined), readingOf: () => Promise.resolve(read) });
  const { rule, pairs } = witness();
  await checkBytes('test.csv', dataset.get('test.csv')?.bytes ?? new Uint8Array(), [rule], KERNELS.kernel, 'whole', { partners, declared: read });
  assert.deepEqual(pairs.map(({ reference, current }) => [reference.columns.length, current.columns.length, reference.columns[0]?.values[0]?.text]), [[2, 2, '1;1']]);
});

test('names alone do not join tables of other columns, nor files of other stems', async () => {
  const { rule, pairs } = witness();
  const text = (header: string): string => write(header, [['1', '2', '3']]);
  await checkDataset(datasetOf({ 'train.csv': text('a,b,c'), 'test.csv': text('x,y,z'), 'iris_test.csv': text('a,b,c'), 'latest.csv': text('a,b,c') }), [rule], KERNELS.kernel);
  assert.deepEqual(pairs, []);
});

test('a partner is read once, and again when it changed', async () => {
  const dataset = datasetOf({ 'train.csv': 'p,q\n1,2\n', 'test.csv': 'p,q\n3,4\n' });
  const host = memoryHost(dataset);
  let [reads, modified] = [0, 0];
  const files: Files = {
    ...host.files,
    stat: async uri => ({ ...await host.files.stat(uri), modified }),
    async open(uri) {
      const handle = await host.files.open(uri);
      return 'refused' in handle ? handle : { ...handle, read: (target, position) => (reads++, handle.read(target, position)) };
    },
  };
  const partners = new Partners({ files, formatOf, findDescription: uri => createDescriptions([]).find(uri, files, []) });
  const { rule, pairs } = witness();
  const check = async (): Promise<number> => {
    reads = 0;
    const checked = await checkBytes('test.csv', dataset.get('test.csv')?.bytes ?? new Uint8Array(), [rule], KERNELS.kernel, 'whole', { partners });
    assert.ok(checked.table);
    return reads;
  };
  assert.ok(await check() > 0);
  assert.equal(await check(), 0);
  modified = 1;
  assert.ok(await check() > 0);
  assert.equal(pairs.length, 3);
  assert.deepEqual([partners.dependentsOf(uriOf('train.csv')), partners.dependentsOf(uriOf('test.csv'))], [[uriOf('test.csv')], []]);
});

test('a big partner is left for later until it was read once', async () => {
  const dataset = datasetOf({ 'train.csv': 'p,q\n1,2\n', 'test.csv': 'p,q\n3,4\n' });
  const host = memoryHost(dataset);
  const files: Files = { ...host.files, stat: async uri => ({ ...await host.files.stat(uri), kind: 'file', modified: 0, size: 1e9 }) };
  const partners = new Partners({ files, formatOf, findDescription: uri => createDescriptions([]).find(uri, files, []) });
  const { rule, pairs } = witness();
  const check = async (finder: TableFinder): Promise<number> => {
    pairs.length = 0;
    await checkBytes('test.csv', dataset.get('test.csv')?.bytes ?? new Uint8Array(), [rule], KERNELS.kernel, 'whole', { partners: finder });
    return pairs.length;
  };
  const before = partners.quick();
  assert.deepEqual([await check(before), before.left], [0, true]);
  assert.equal(await check(partners), 1);
  const after = partners.quick();
  assert.deepEqual([await check(after), after.left], [1, false]);
});

test('a partner that is not there or cannot be read costs its own findings only', async () => {
  const dataset = datasetOf({ 'train.csv': '', 'test.csv': 'p,q\n3\n' });
  const { rule, pairs } = witness();
  await checkDataset(dataset, [rule], KERNELS.kernel);
  assert.deepEqual(pairs, []);
});
