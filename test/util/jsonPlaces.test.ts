import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NodePath } from '../../server/src/core/place.ts';
import type { Json } from '../../server/src/core/problem.ts';
import { isJsonList, isJsonObject } from '../../server/src/util/json.ts';
import { jsonPlaces, rangesIn } from '../../server/src/util/jsonPlaces.ts';

/** Every node of a value, with its path. */
function nodesOf(value: Json, path: NodePath = []): readonly (readonly [NodePath, Json])[] {
  const below = isJsonList(value) ? value.flatMap((item, i) => nodesOf(item, [...path, i]))
    : isJsonObject(value) ? Object.entries(value).flatMap(([key, item]) => nodesOf(item, [...path, key])) : [];
  return [[path, value], ...below];
}

test('every node of every JSON text is found where it stands', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), fc.nat(), (source, indent, seed) => {
    const value: Json = JSON.parse(source);
    const text = JSON.stringify(value, undefined, indent);
    // Some of them: what leads to none of those that are asked for is passed over.
    const wanted = nodesOf(value).filter((_, i) => (i * 7 + seed) % 3 !== 0);
    const places = jsonPlaces(text, wanted.map(([path]) => path));
    wanted.forEach(([path, node], i) => {
      const place = places[i];
      assert.ok(place, path.join('.'));
      assert.deepEqual(JSON.parse(text.slice(place.start, place.end)), node);
    });
  }));
});

test('a path that leads nowhere has no place', () => {
  assert.deepEqual(jsonPlaces('{"a":[1]}', [['b'], ['a', 1], ['a', 0, 'c']]), [undefined, undefined, undefined]);
});

test('stretches are lines and characters, in any order', () => {
  const text = 'ab\ncd\r\n\nefg';
  const at = (part: string): { start: number; end: number } => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  assert.deepEqual(rangesIn(text, [at('fg'), at('b'), at('cd')]).map(({ start, end }) => [start.line, start.character, end.character]), [[3, 1, 3], [0, 1, 2], [1, 0, 2]]);
});
