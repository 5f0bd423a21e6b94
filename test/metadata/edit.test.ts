import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json } from '../../server/src/core/problem.ts';
import { readDocument } from '../../server/src/metadata/document/document.ts';
import { applyNodeEdits, editNode, type NodeChange } from '../../server/src/metadata/document/edit.ts';
import { nodeAt } from '../../server/src/metadata/document/tree.ts';
import { values } from './arbitraries.ts';

const edited = (text: string, fileName: string, change: NodeChange): string => applyNodeEdits(text, editNode(text, fileName, change));

const JSON_TEXT = '{\r\n    "name": "a",\r\n    "resources": [{ "name": "r", "path": "r.csv" }]\r\n}\r\n';
const YAML_TEXT = '# what we measured\nname: a   # short\nresources:\n  - name: r\n    path: r.csv # the file\n\n  - name: s\n    path: s.csv\nml: { task: regression }\n';

test('a value is set in JSON with the indentation and the line ends that are there', () => {
  assert.equal(edited(JSON_TEXT, 'a.json', { do: 'set-node', path: ['name'], value: 'b' }), JSON_TEXT.replace('"a"', '"b"'));
  assert.equal(
    edited(JSON_TEXT, 'a.json', { do: 'set-node', path: ['privacy', 'personalData'], value: 'yes' }),
    JSON_TEXT.replace('}]\r\n', '}],\r\n    "privacy": { "personalData": "yes" }\r\n'),
  );
});

test('keys are renamed and nodes removed in JSON', () => {
  assert.equal(edited(JSON_TEXT, 'a.json', { do: 'rename-node', path: ['name'], to: 'title' }), JSON_TEXT.replace('"name": "a"', '"title": "a"'));
  assert.equal(edited(JSON_TEXT, 'a.json', { do: 'remove-node', path: ['resources', 0, 'path'] }), JSON_TEXT.replace(', "path": "r.csv"', ''));
});

test('YAML keeps its comments, blank lines and order', () => {
  const set = (path: readonly (string | number)[], value: Json): string => edited(YAML_TEXT, 'a.yaml', { do: 'set-node', path, value });
  assert.equal(set(['name'], 'b: c'), YAML_TEXT.replace('name: a ', 'name: "b: c" '));
  assert.equal(set(['resources', 0, 'encoding'], 'utf-8'), YAML_TEXT.replace('# the file\n', '# the file\n    encoding: utf-8\n'));
  assert.equal(set(['ml', 'target'], 'label'), YAML_TEXT.replace('regression }', 'regression, target: label }'));
  assert.equal(set(['privacy', 'purposes'], [{ use: 'train' }]), `${YAML_TEXT}privacy: {purposes: [{use: train}]}\n`);
  assert.equal(edited(YAML_TEXT, 'a.yaml', { do: 'remove-node', path: ['resources', 1] }), YAML_TEXT.replace('  - name: s\n    path: s.csv\n', ''));
  assert.equal(edited(YAML_TEXT, 'a.yaml', { do: 'remove-node', path: ['resources', 0, 'name'] }), YAML_TEXT.replace('- name: r\n    path', '- path'));
  assert.equal(edited(YAML_TEXT, 'a.yaml', { do: 'rename-node', path: ['resources', 1, 'path'], to: 'data' }), YAML_TEXT.replace('path: s.csv', 'data: s.csv'));
});

test('what cannot be done changes nothing', () => {
  const changes: readonly NodeChange[] = [
    { do: 'rename-node', path: ['name'], to: 'resources' }, { do: 'rename-node', path: ['none'], to: 'x' }, { do: 'remove-node', path: ['none'] },
    { do: 'set-node', path: ['name', 'x'], value: 1 }, { do: 'set-node', path: ['resources', 'x'], value: 1 },
  ];
  for (const change of changes) {
    assert.deepEqual(editNode(JSON_TEXT, 'a.json', change), []);
    assert.deepEqual(editNode(YAML_TEXT, 'a.yaml', change), []);
  }
});

test('what stands elsewhere through an alias is left alone', () => {
  const text = 'a: &a { x: 1 }\nb: *a\nc:\n  <<: *a\n';
  assert.deepEqual(editNode(text, 'a.yaml', { do: 'set-node', path: ['b', 'x'], value: 2 }), []);
  assert.deepEqual(editNode(text, 'a.yaml', { do: 'set-node', path: ['c', 'x'], value: 2 }), []);
  assert.equal(edited(text, 'a.yaml', { do: 'set-node', path: ['a', 'x'], value: 2 }), text.replace('1', '2'));
});

/** Some path of a value, chosen by numbers. */
function somePath(value: Json, choices: readonly number[]): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let node: Json = value;
  for (const choice of choices) {
    if (typeof node !== 'object' || node === null) break;
    const steps = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
    const step = steps[choice % Math.max(1, steps.length)];
    if (step === undefined) break;
    path.push(step);
    node = Object.entries(node).find(([key]) => key === String(step))?.[1] ?? null;
  }
  return path;
}

function withNode(value: Json, path: readonly (string | number)[], node: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  if (Array.isArray(value)) return value.map((item: Json, i) => (i === step ? withNode(item, rest, node) : item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, key === step ? withNode(item, rest, node) : item]);
  return Object.fromEntries(entries.some(([key]) => key === step) ? entries : [...entries, [String(step), withNode({}, rest, node)]]);
}

const documents = values.filter(value => typeof value === 'object' && value !== null && !Array.isArray(value));
const styles = fc.constantFrom('json', 'compact', 'block', 'flow');

function write(value: Json, style: string): readonly [text: string, fileName: string] {
  if (style === 'json') return [JSON.stringify(value, null, 2), 'a.json'];
  if (style === 'compact') return [JSON.stringify(value), 'a.json'];
  return [`# first\n${stringify(value, { collectionStyle: style === 'flow' ? 'flow' : 'block', aliasDuplicateObjects: false })}`, 'a.yaml'];
}

test('after an edit the document holds the change and nothing else has changed', () => {
  fc.assert(fc.property(documents, styles, fc.array(fc.nat(5), { maxLength: 3 }), values, fc.option(fc.constantFrom('fresh', 'a: b', '键')), (document, style, choices, value, added) => {
    const [text, fileName] = write(document, style);
    const { root } = readDocument(text, fileName);
    const found = somePath(document, choices);
    const isObject = root && nodeAt(root, found)?.kind === 'object';
    const path = added !== null && isObject ? [...found, added] : found;
    if (path.length === 0) return;
    const after = readDocument(edited(text, fileName, { do: 'set-node', path, value }), fileName);
    assert.deepEqual(after.problems, []);
    assert.deepEqual(after.value, withNode(document, path, value));
  }), { numRuns: 300 });
});

test('a removed node is gone and all others are there', () => {
  fc.assert(fc.property(documents, styles, fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), (document, style, choices) => {
    const [text, fileName] = write(document, style);
    const path = somePath(document, choices);
    if (path.length === 0) return;
    const after = readDocument(edited(text, fileName, { do: 'remove-node', path }), fileName);
    assert.deepEqual(after.problems, []);
    assert.deepEqual(after.value, withoutNode(document, path));
  }), { numRuns: 300 });
});

function withoutNode(value: Json, [step, ...rest]: readonly (string | number)[]): Json {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => (i !== step ? [item] : rest.length > 0 ? [withoutNode(item, rest)] : []));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (key !== step ? [[key, item]] : rest.length > 0 ? [[key, withoutNode(item, rest)]] : [])));
}

test('a value is put before an item of a list, or at its end, in the layout that is there', () => {
  const insert = (text: string, name: string, at: number): string => edited(text, name, { do: 'insert-node', path: ['a', at], value: { n: 1 } });
  assert.equal(insert('{\n  "a": [\n    1,\n    2\n  ]\n}', 'a.json', 1), '{\n  "a": [\n    1,\n    { "n": 1 },\n    2\n  ]\n}');
  assert.equal(insert('{ "a": [1] }', 'a.json', 0), '{ "a": [{ "n": 1 }, 1] }');
  assert.equal(insert('{ "a": [1] }', 'a.json', 1), '{ "a": [1, { "n": 1 }] }');
  assert.equal(insert('a:\n  - x: 1\n    y: 2\n  - z\n', 'a.yaml', 0), 'a:\n  - {n: 1}\n  - x: 1\n    y: 2\n  - z\n');
  assert.equal(insert('a:\n  - x: 1\n    y: 2\n  - z\n', 'a.yaml', 1), 'a:\n  - x: 1\n    y: 2\n  - {n: 1}\n  - z\n');
  assert.equal(insert('a: [1, 2] # c\n', 'a.yaml', 1), 'a: [1, {n: 1}, 2] # c\n');
});
