import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { TextPosition, TextRange } from '../../server/src/core/place.ts';
import dataPackage from '../../server/src/metadata/data-package/standard.ts';
import { writePackage } from '../../server/src/metadata/data-package/write.ts';
import { readDocument } from '../../server/src/metadata/document/document.ts';
import type { DocumentNode } from '../../server/src/metadata/document/tree.ts';
import { descriptions, values } from './arbitraries.ts';

const before = (a: TextPosition, b: TextPosition): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const within = (inner: TextRange, outer: TextRange): boolean => before(outer.start, inner.start) && before(inner.end, outer.end);

test('what is written is read back as it was, and without complaint about its form', () => {
  fc.assert(fc.property(descriptions, description => {
    const read = dataPackage.read(writePackage(description).text, 'datapackage.json');
    assert.deepEqual(JSON.parse(JSON.stringify(read.description)), JSON.parse(JSON.stringify({ ...description, standard: 'data-package' })));
    assert.deepEqual(read.complaints.filter(({ kind }) => kind === 'syntax'), []);
  }), { numRuns: 150 });
});

test('a value is the same in JSON and in YAML, in every style', () => {
  fc.assert(fc.property(values, fc.constantFrom('block', 'flow'), (value, collectionStyle) => {
    const json = readDocument(JSON.stringify(value), 'a.json');
    const yaml = readDocument(stringify(value, { collectionStyle, aliasDuplicateObjects: false }), 'a.yaml');
    assert.deepEqual(yaml.problems, []);
    assert.deepEqual(yaml.value, json.value);
    assert.deepEqual(json.value, value);
  }), { numRuns: 150 });
});

test('no value of whatever form makes a reader throw, and every complaint has a place', () => {
  fc.assert(fc.property(values, value => {
    const { complaints, locate } = dataPackage.read(JSON.stringify(value, null, 1), 'datapackage.json');
    for (const { path, part } of complaints) assert.ok(locate(path, part));
  }), { numRuns: 500 });
});

const sample = readFileSync('examples/customers/datapackage.json', 'utf8');
const yamlSample = stringify(JSON.parse(sample));

test('no text makes a reader throw: cut, spliced and shuffled documents', () => {
  const mutation = fc.tuple(fc.nat(sample.length), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom('{', '}', '[', ']', '"', ',', ': ', '\n', '\t', '&a ', '*a', '<<: *a\n', '- ', '? ', '| ', '%', '\uFEFF', '\0')));
  fc.assert(fc.property(fc.array(mutation, { maxLength: 4 }), fc.boolean(), fc.array(fc.oneof(fc.nat(12), fc.constantFrom('resources', 'schema', 'fields', 'name'))), (mutations, isYaml, path) => {
    const text = mutations.reduce((now, [at, length, inserted]) => now.slice(0, at) + inserted + now.slice(at + length), isYaml ? yamlSample : sample);
    const { complaints, locate } = dataPackage.read(text, isYaml ? 'datapackage.yaml' : 'datapackage.json');
    const whole = { start: { line: 0, character: 0 }, end: { line: Infinity, character: 0 } };
    for (const range of [locate(path, 'key'), locate(path, 'value'), ...complaints.map(one => one.range ?? locate(one.path, one.part))]) {
      assert.ok(within(range, whole) && before(range.start, range.end));
    }
  }), { numRuns: 200 });
});

/** Every path of a document, parents first. */
function* pathsOf(node: DocumentNode, path: readonly (string | number)[] = []): Iterable<readonly (string | number)[]> {
  yield path;
  const children = node.kind === 'object' ? node.properties.map(({ key, value }) => [key, value] as const) : node.kind === 'array' ? node.items.map((item, i) => [i, item] as const) : [];
  for (const [step, child] of children) yield* pathsOf(child, [...path, step]);
}

test('the range of a node lies within the range of its parent, its key before its value', () => {
  for (const [text, fileName] of [[sample, 'a.json'], [yamlSample, 'a.yaml'], [stringify(JSON.parse(sample), { collectionStyle: 'flow' }), 'b.yaml']] as const) {
    const { root, locate } = readDocument(text, fileName);
    assert.ok(root);
    let checked = 0;
    for (const path of pathsOf(root)) {
      if (path.length === 0) continue;
      assert.ok(within(locate(path, 'value'), locate(path.slice(0, -1), 'value')), path.join('/'));
      if (typeof path.at(-1) === 'string') assert.ok(before(locate(path, 'key').end, locate(path, 'value').start), path.join('/'));
      checked++;
    }
    assert.ok(checked > 100);
  }
});
