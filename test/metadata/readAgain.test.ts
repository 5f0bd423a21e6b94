// Typing in a document: what is read again after an edit is what reading all of it comes to, to the offset.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../server/src/metadata/document/json.ts';
import { repeatedKeys } from '../../server/src/metadata/document/keys.ts';
import { readAgain, type Reading } from '../../server/src/metadata/document/readAgain.ts';
import { type ParsedText, valueOf } from '../../server/src/metadata/document/tree.ts';
import { parseYaml } from '../../server/src/metadata/document/yaml.ts';

function wholeOf(parse: (text: string) => ParsedText, text: string): Partial<Reading> {
  const { root, errors, readPart } = parse(text);
  return { text, errors, ...(root && { root, value: valueOf(root), repeated: repeatedKeys(root) }), ...(readPart && { readPart }) };
}

function readingOf(parse: (text: string) => ParsedText, text: string): Reading | undefined {
  const { root, value, errors, repeated, readPart } = wholeOf(parse, text);
  return root && value !== undefined && errors && repeated && readPart ? { text, root, value, errors, repeated, readPart } : undefined;
}

/** All but the means to go on, which a reader may have lost on the way. */
const told = ({ text, root, value, errors, repeated }: Partial<Reading>): object => ({ text, root, value, errors, repeated });

/** How often a part was enough, of all edits; what it comes to must always be what the whole does. */
function checkAll(parse: (text: string) => ParsedText, documents: fc.Arbitrary<string>, bits: readonly string[]): { readonly again: number; readonly edits: number } {
  let [again, edits] = [0, 0];
  const edit = fc.record({ at: fc.integer({ min: 0, max: 999 }), length: fc.integer({ min: 0, max: 4 }), written: fc.constantFrom('', 'x', ...bits) });
  fc.assert(fc.property(documents, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, changes) => {
    let reading = readingOf(parse, start);
    for (const { at, length, written } of changes) {
      if (!reading) return;
      const from = Math.floor((at * reading.text.length) / 1000);
      const text = reading.text.slice(0, from) + written + reading.text.slice(from + length);
      const now = readAgain(reading, text);
      edits++;
      if (now && now !== reading) {
        again++;
        assert.deepEqual(told(now), told(wholeOf(parse, text)), JSON.stringify({ before: reading.text, text }));
      }
      reading = now ?? readingOf(parse, text);
    }
  }), { numRuns: 1200 });
  return { again, edits };
}

test('JSON', () => {
  const value = fc.letrec<{ any: unknown }>(tie => ({
    any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(1, -2.5, true, null, 'text', 'a "quote"', 'ü\\', '', '，'), fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(fc.constantFrom('a', 'b', 'name', '__proto__', '7'), tie('any'))),
  })).any;
  const documents = fc.tuple(value, value, value, fc.constantFrom(0, 2)).map(([a, b, c, indent]) => JSON.stringify({ a, list: [b, { name: 'x', fields: [c, c] }, { name: 'y' }], z: [a] }, null, indent));
  const { again, edits } = checkAll(parseJson, documents, ['"', '\\', '{', '}', '[', ']', ',', ':', '\n', ' ', '1', '/*', '//', '"a": 1,', '，', '\\u12', '{ "k": [1] },']);
  assert.ok(again > edits / 3, `${again} of ${edits}`);
});

test('YAML', () => {
  const scalar = fc.constantFrom('1', 'text', '"quoted"', "'it''s'", '[1, {a: b}]', '', 'long text with # no comment', 'x # comment', '>-\n          folded\n          text\n', '|+\n          kept\n\n\n', 'true', '"es\\"c"', '第一');
  const simple = fc.constantFrom('1', 'text', '"quoted"', "'it is'", 'x # comment', 'true', '-2.5e3');
  const item = fc.tuple(simple, simple, scalar).map(([a, b, c]) => `    - name: ${a}\n      type: ${b}\n      more:\n        deep: ${c}\n        list:\n        - ${b}\n        - ${a}\n`);
  const documents = fc.tuple(simple, fc.array(item, { minLength: 2, maxLength: 5 }), scalar).map(([a, items, z]) => `title: ${a}\nresources:\n- name: r\n  fields:\n${items.join('')}  end: ${z}\nlast: 1\n`);
  const { again, edits } = checkAll(parseYaml, documents, ['"', "'", ':', ': ', '- ', '\n', '\n\n', ' ', '  ', '#', ' #', '\n# note\n', '&a ', '*a', '!t', '{', ']', '|', 'k: v', '\n      k: v', '\n        k: v', '\n      descr']);
  assert.ok(again > edits / 8, `${again} of ${edits}`);
});

test('YAML of which broken parts are read by themselves', () => {
  const item = fc.constantFrom('  - name: x\n    type: y\n', '  - name: x\n    constraints:\n      minimum: 1\n    end: z\n', '  - "quoted": 1\n    type: y\n', '  - name: [1, 2]\n    more:\n      - a\n      - b\n');
  const documents = fc.array(item, { minLength: 3, maxLength: 6 }).map(items => `title: t\nfields:\n${items.join('')}last: 1\n`);
  const { again, edits } = checkAll(text => parseYaml(text, true), documents, ['"', ':', ': ', '- ', '\n', ' ', '#', '{', ']', '\n    descr', '\n    descr: ', '\n      k: v', "'"]);
  assert.ok(again > edits / 20, `${again} of ${edits}`);
});

test('the values of what was not written in stay the same objects', () => {
  const text = JSON.stringify({ fields: Array.from({ length: 20 }, (_, i) => ({ name: `f${i}`, constraints: { minimum: i } })) }, null, 2);
  const before = readingOf(parseJson, text);
  const now = before && readAgain(before, text.replace('"f7"', '"f7x"'));
  const fields = (reading: Reading | undefined): readonly unknown[] => {
    const value = reading?.value;
    return typeof value === 'object' && value !== null && 'fields' in value && Array.isArray(value['fields']) ? value['fields'] : [];
  };
  const [one, other] = [fields(before), fields(now)];
  assert.deepEqual(other.map((field, i) => field === one[i]), other.map((_, i) => i !== 7));
  assert.deepEqual(other[7], { name: 'f7x', constraints: { minimum: 7 } });
});
