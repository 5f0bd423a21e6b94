import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPlainYaml } from '../../server/src/metadata/document/yamlPlain.ts';
import type { DocumentNode } from '../../server/src/metadata/document/tree.ts';
import { parseWhole } from '../../server/src/metadata/document/yaml.ts';

/** Texts that are read line by line, to the offset as the parser reads them. */
const PLAIN = [
  'a: 1\nb:\n  c: x  # hi\n\n\n  d: y\n\n# c\n\ne: z\n', 'a:\n- b: 1\n  c: 2\n\n- b: 3\n# x\nz: 5', 'a:\n  - b: 1\n    c:\n  - d\n  # foo\n  - "q"  \nz:\n', '# top\n\na: 1\n', 'a: 1\n# end\n', 'a: 1\n\n\n',
  'a: >-\n  folded\n  text\n\nb: |\n  kept\n   more\nc: 1\n', '- a: [1, 2, {x: y}]\n  b: {}\n- a: []\n  d: "es\\"caped"\n', 'a: plain\n  goes on\nb: 1\n', '- 1\n- -2.5\n- 1e3\n- 1.0.0\n- true\n- No\n- ~x\n- null\n- 2024-01-01\n',
  'a:\n  - - x\n    - y\n  - z\n', 'key with spaces: v\n$schema: https://x.org/y#z\n', "a: 'q'\nb: it's\nc: x:y\n", 'a:\n  b:\n    c:\n      d: 1\n  e: 2\nf:\n', 'a: "x" # c\nb: 1\n', 'a: 第一\n名: x\nb: 1\n', '    a: 1\n    b: 2\n', 'a:   spaced   \n',
];

/** Texts only the parser reads, right or wrong. */
const OTHERS = [
  'a: &x 1\nb: *x\n', 'a: !t 1\n', '---\na: 1\n', 'a: 1\r\nb: 2\r\n', 'a:\n\tb: 1\n', 'a: 1\n b: 2\n', 'a: b: c\n', 'a: "open\n', '{ a: 1 }\n', '"a": 1\n', '? x\n: y\n', 'a:\n  - x: 1\n    # in\nb: 2\n', 'true: 1\n', '<<: 1\n', 'a: [1\n', 'a: @x\n', '- a\nb: 1\n', 'a: 1\n- b\n', 'x\n', '', '# c\n',
  'a: 0x1F\nb: .inf\n', 'a:\nb:\n  - \n  - x\n', 'a: 1\na: 2\n', 'a: \n  b: 1\n',
];

test('what is read line by line is what the parser reads', () => {
  for (const text of PLAIN) assert.deepEqual(readPlainYaml(text)?.node ?? parseWhole(text).root, parseWhole(text).root, text);
  assert.deepEqual(PLAIN.filter(text => readPlainYaml(text) === undefined), ['- 1\n- -2.5\n- 1e3\n- 1.0.0\n- true\n- No\n- ~x\n- null\n- 2024-01-01\n', 'a: 第一\n名: x\nb: 1\n']);
});

test('everything else is left to the parser, or read alike', () => {
  for (const text of OTHERS) {
    const plain = readPlainYaml(text);
    if (plain) assert.deepEqual({ root: plain.node, errors: plain.errors }, parseWhole(text), text);
  }
});

test('lines put together at random are read alike, or not at all', () => {
  const line = fc.constantFrom('a: 1', 'b:', 'c: x y', '- x', '- k: v', '-', '# note', '', 'd: "q"', 'e: [1, 2]', 'f: |', 'g: >', 'text', 'h: x: y', 'i: &a 1', 'j: *a', "k: 'it''s'", 'l: - x', 'm: true', 'n: ', '- - y', 'o: {', '}', '"p": 1', 'q: a #b', 'r: a#b');
  const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), line), { maxLength: 9 }).map(all => all.map(([depth, one]) => `${'  '.repeat(depth)}${one}\n`).join(''));
  fc.assert(fc.property(lines, text => {
    const plain = readPlainYaml(text);
    if (plain) assert.deepEqual({ root: plain.node, errors: plain.errors }, parseWhole(text), text);
  }), { numRuns: 3000 });
});

test('what is broken in a big text is read by itself, and what stands around it as before', () => {
  const around = (middle: string): string => `title: t\nfields:\n- name: a\n  type: text\n- name: b\n${middle}  type: number\n  constraints:\n    minimum: 0\n- name: c\nlast: 1\n`;
  const whole = readPlainYaml(around(''))?.node;
  for (const [typed, errors] of [['  descr\n', 1], ['  descr: \n', 0], ['  descr: "\n', 1], ['  descr: [1\n', 1], ['  - x\n', 4], ['  "descr": x\n', 0]] as const) {
    const text = around(typed);
    assert.equal(readPlainYaml(text) === undefined || errors === 0, true, typed);
    const read = readPlainYaml(text, true);
    assert.equal(read?.errors.length, errors, `${typed} ${JSON.stringify(read?.errors)}`);
    assert.ok(read.errors.every(({ start }) => start >= text.indexOf(typed) && start <= text.indexOf('- name: c')), typed);
    assert.deepEqual([...keysOf(read.node)], [...keysOf(whole)], typed);
  }
});

/** The keys of a document, and the names of its fields. */
function* keysOf(root: DocumentNode | undefined): Iterable<unknown> {
  if (root?.kind !== 'object') return;
  for (const { key, value } of root.properties) {
    yield key;
    if (value.kind === 'array') for (const item of value.items) yield item.kind === 'object' ? item.properties.slice(0, 1).map(one => [one.key, one.value.kind === 'scalar' && one.value.value]) : item.kind;
  }
}
