import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import croissant from '../../../server/src/metadata/croissant/standard.ts';
import { Lines } from '../../../server/src/metadata/document/lines.ts';
import { trees, type Tree } from './support.ts';

const TEXT = JSON.stringify(trees(), null, 1);

/** Every value of a tree as the path to it. */
function pathsIn(tree: Tree, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inner = Array.isArray(tree) ? tree.map((item, i) => pathsIn(item, [...path, i])) : typeof tree === 'object' && tree !== null ? Object.entries(tree).map(([key, item]) => pathsIn(item, [...path, key])) : [];
  return [path, ...inner.flat()];
}

const PATHS = pathsIn(trees());
const STRANGE: readonly Tree[] = [null, true, -1, '', 'x', '\0', [], {}, [null], [[]], { '@id': null }, { '@id': '' }, { '@value': [] }, { '@id': 'trees.csv' }, { '__proto__': 1 }, ['trees.csv', { '@id': 'trees' }]];

function put(tree: Tree, path: readonly (string | number)[], value: Tree): Tree {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(tree)) return tree.map((item, i) => (i === step ? put(item, rest, value) : item));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, item]) => [key, key === step ? put(item, rest, value) : item]));
}

/** Reads a text and holds every range and path against it. */
function judge(text: string): void {
  const lines = new Lines(text);
  const { complaints, description, locate } = croissant.read(text, 'croissant.json');
  for (const { path, part, range } of complaints) {
    const { start, end } = range ?? locate(path, part);
    const [from, to] = [lines.offset(start), lines.offset(end)];
    assert.ok(from >= 0 && from <= to && to <= text.length, JSON.stringify({ path, from, to }));
  }
  for (const { paths, pathNodes } of description?.resources ?? []) assert.equal(paths.length, pathNodes?.length);
}

test('whatever stands anywhere, a description is read without a throw and every complaint lies inside', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...STRANGE)), { minLength: 1, maxLength: 4 }), changes => {
    judge(JSON.stringify(changes.reduce<Tree>((tree, [path, value]) => put(tree, path, value), trees())));
  }), { numRuns: 1500 });
});

test('the same holds for texts that are cut off or have something put in', () => {
  fc.assert(fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), fc.constantFrom('', '{', ']', '"', ',', '，', '\uFEFF', '\n'), (a, b, extra) => {
    judge(TEXT.slice(0, a) + extra + TEXT.slice(Math.max(a, b)));
  }), { numRuns: 500 });
});
