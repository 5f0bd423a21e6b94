import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RowHashBag } from '../../server/src/engine/rowIndex.ts';

const hash = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 })).map(([low, high]) => [(low * 2654435761) >>> 0, high + 1] as const);

test('within budget, duplicates are rows minus distinct rows, in any order', () => {
  fc.assert(fc.property(fc.array(hash), fc.integer(), (hashes, seed) => {
    const forward = new RowHashBag();
    forward.add(Uint32Array.from(hashes.flat()));
    const shuffled = new RowHashBag();
    shuffled.add(Uint32Array.from([...hashes].sort((a, b) => ((a[0] ^ seed) >>> 0) - ((b[0] ^ seed) >>> 0)).flat()));
    const distinct = new Set(hashes.map(String)).size;
    assert.deepEqual(forward.duplicates(), { count: hashes.length - distinct, exact: true, share: 1 });
    assert.deepEqual(shuffled.duplicates(), forward.duplicates());
  }));
});

test('counts are exact for every hash that is tracked', () => {
  fc.assert(fc.property(fc.array(hash), hashes => {
    const bag = new RowHashBag();
    bag.add(Uint32Array.from(hashes.flat()));
    for (const [low, high] of hashes) assert.equal(bag.count(low, high), hashes.filter(other => other[0] === low && other[1] === high).length);
  }));
});

test('over budget it gives a lower bound that does not depend on the order', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [Math.imul(i % 12_000, 0x9e3779b1) >>> 0, Math.imul(i % 12_000, 0x85ebca6b) >>> 0] as const);
  const small = 4096 * 12;
  const [forward, backward] = [new RowHashBag(small), new RowHashBag(small)];
  forward.add(Uint32Array.from(rows.flat()));
  backward.add(Uint32Array.from([...rows].reverse().flat()));
  const found = forward.duplicates();
  assert.equal(found.exact, false);
  assert.ok(found.share < 1 && found.count > 0 && found.count <= 8000, JSON.stringify(found));
  assert.deepEqual(backward.duplicates(), found);
});

test('the hash of a blank line is no row', () => {
  const bag = new RowHashBag();
  bag.add(Uint32Array.from([0, 0, 0, 0]));
  assert.equal(bag.duplicates().count, 0);
});

test('a list of many hashes repeats as often as a set of them says', () => {
  for (const [rows, kinds] of [[50_000, 50_000], [50_000, 49_990], [50_000, 300], [3, 1]] as const) {
    const hashes = Array.from({ length: rows }, (_, i) => [Math.imul(i % kinds + 1, 0x9e3779b1) >>> 0, Math.imul(i % kinds + 7, 0x85ebca6b) >>> 0] as const);
    const bag = new RowHashBag();
    for (const one of hashes) bag.add(Uint32Array.from(one));
    assert.deepEqual(bag.duplicates(), { count: rows - kinds, exact: true, share: 1 });
    // Asked for one hash the list becomes a table, which says the same.
    assert.equal(bag.count(...(hashes[0] ?? [0, 0])), Math.ceil(rows / kinds));
    assert.deepEqual(bag.duplicates(), { count: rows - kinds, exact: true, share: 1 });
  }
});
