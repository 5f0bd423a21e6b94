import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ONE_HOT_LIMIT } from '../../server/src/bench/encode.ts';
import { prepare } from '../../server/src/bench/prepare.ts';
import { createRandom, range, shuffle } from '../../server/src/bench/random.ts';
import { splitRows } from '../../server/src/bench/split.ts';
import type { Table, TableColumn } from '../../server/src/bench/table.ts';
import { english, separableTable, tableOf } from './tables.ts';

const job = { file: '', target: 'species' };

test('every row is in one split, and every class in proportion', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 300 }), fc.integer(), (classes, seed) => {
    const { train, validation, test: tested } = splitRows(range(classes.length), { by: 'stratum', of: row => classes[row] ?? 0 }, createRandom(seed));
    assert.deepEqual([...train, ...validation, ...tested].sort((a, b) => a - b), [...range(classes.length)]);
    for (const each of new Set(classes)) {
      const total = classes.filter(one => one === each).length;
      assert.equal([...tested].filter(row => classes[row] === each).length, Math.round(total * 0.2));
    }
  }));
});

test('no group is spread over splits', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 200 }), fc.integer(), (groups, seed) => {
    const { train, validation, test: tested } = splitRows(range(groups.length), { by: 'group', of: row => groups[row] ?? 0 }, createRandom(seed));
    assert.equal(train.length + validation.length + tested.length, groups.length);
    const [a, b, c] = [train, validation, tested].map(part => new Set([...part].map(row => groups[row])));
    assert.ok([...(a ?? [])].every(group => !b?.has(group) && !c?.has(group)) && [...(b ?? [])].every(group => !c?.has(group)));
  }));
});

test('by time, no test row is earlier than a training row', () => {
  fc.assert(fc.property(fc.array(fc.integer(), { minLength: 10, maxLength: 100 }), times => {
    const { train, validation, test: tested } = splitRows(range(times.length), { by: 'time', of: row => times[row] ?? 0 }, createRandom(1));
    const [last, first] = [Math.max(...[...train, ...validation].map(row => times[row] ?? 0)), Math.min(...[...tested].map(row => times[row] ?? 0))];
    assert.ok(last <= first);
  }));
});

test('shuffling keeps every item, and a seed repeats it', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), (length, seed) => {
    const once = shuffle(range(length), createRandom(seed));
    assert.deepEqual(once, shuffle(range(length), createRandom(seed)));
    assert.deepEqual(once.slice().sort(), range(length));
  }));
});

test('what is learned from the data is learned from the training rows alone', () => {
  const table = separableTable(200);
  const before = prepare(table, job);
  const after = prepare(disturbed(table, before.test.truth.length), job);
  assert.deepEqual(after.train, before.train);
  assert.deepEqual(after.validation, before.validation);
  assert.notDeepEqual(after.test, before.test);
});

/** The table with other features in its test rows, which the seed makes the same ones. */
function disturbed(table: Table, tested: number): Table {
  const [target] = table.columns.filter(column => column.name === 'species');
  assert.ok(target);
  const { test: rows } = splitRows(range(table.rows), { by: 'stratum', of: stratumBy(target) }, createRandom(1, 3));
  assert.equal(rows.length, tested);
  const moved = (column: TableColumn): TableColumn => ({ ...column, numbers: column.numbers.map((value, row) => (rows.includes(row) ? value + 1000 : value)) });
  return { ...table, columns: table.columns.map(column => (column.name === 'species' ? column : moved(column))) };
}

/** Classes are numbered by frequency, as the target does it. */
function stratumBy(target: TableColumn): (row: number) => number {
  const counts = target.texts.map((_, code) => target.codes.filter(each => each === code).length);
  const order = counts.map((_, code) => code).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  return row => order.indexOf(target.codes[row] ?? 0);
}

test('training columns are centred and scaled, missing cells filled in and told apart', () => {
  const { train, inputs, features } = prepare(separableTable(400), job);
  assert.deepEqual(features.map(({ column }) => column), ['x', 'y', 'island']);
  assert.equal(inputs, 1 + 2 + 5);
  for (const column of [0, 1]) {
    const values = Array.from({ length: train.inputs.rows }, (_, row) => train.inputs.values[row * inputs + column] ?? NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.ok(Math.abs(mean) < 1e-6);
    assert.ok(Math.abs(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length - 1) < 1e-5);
  }
});

test('columns that tell nothing, or too much, are left out in words', () => {
  const n = 100;
  const cells = <T>(make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const table = tableOf({
    number: cells(i => i + 5), same: cells(() => 'x'), empty: cells(() => null), name: cells(i => `person ${i}`), email: cells(i => i % 7), size: cells(i => i % 11),
    species: cells(i => (i % 2 === 0 ? 'a' : 'b')),
  });
  const prepared = prepare(table, { ...job, identifying: ['email'] });
  assert.deepEqual(prepared.features.map(({ column }) => column), ['size']);
  assert.deepEqual(prepared.notices.map(english), [
    'Left out, as they tell persons apart: ‘email’.', 'Left out, free text or identifiers: ‘name’.',
    'Left out, always the same or empty: ‘same’ and ‘empty’.', 'Left out, it only counts the rows: ‘number’.',
  ]);
  assert.deepEqual(prepare(table, { ...job, identifying: ['email'], features: ['email', 'size'] }).features.map(({ column }) => column), ['email', 'size']);
  assert.deepEqual(prepare(table, { ...job, ignore: ['size'] }).features.map(({ column }) => column), ['email']);
});

test('of many names a notice says the first', () => {
  const columns = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${i}`, Array<string>(40).fill('x')]));
  const table = tableOf({ ...columns, size: Array.from({ length: 40 }, (_, i) => i % 9), species: Array.from({ length: 40 }, (_, i) => `s${i % 2}`) });
  const [notice] = prepare(table, job).notices;
  assert.equal(notice && english(notice), 'Left out, always the same or empty: ‘c0’, ‘c1’, ‘c2’, ‘c3’, ‘c4’, ‘c5’, ‘c6’, ‘c7’ and 12 more.');
});

test('a column of many categories becomes a bounded number of columns', () => {
  const table = tableOf({ city: Array.from({ length: 1000 }, (_, i) => `city ${i % 200}`), species: Array.from({ length: 1000 }, (_, i) => `s${i % 3}`) });
  assert.equal(prepare(table, job).inputs, ONE_HOT_LIMIT);
});
