import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextPosition, TextRange } from '../../../server/src/core/place.ts';
import csvw from '../../../server/src/metadata/csvw/standard.ts';
import { FORMS } from '../../../server/src/metadata/csvw/vocabulary.ts';
import { writeTables } from '../../../server/src/metadata/csvw/write.ts';
import { DATATYPES } from '../../../server/src/util/lexical/datatypeNames.ts';
import { boundOf, orderOf, valueTest } from '../../../server/src/util/lexical/datatypes.ts';
import { descriptions, values } from '../arbitraries.ts';
import { CONTEXT } from './support.ts';

const before = (a: TextPosition, b: TextPosition): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const KEYS = [...new Set([...Object.values(FORMS).flatMap(form => [...Object.keys(form.values), ...form.nested]), '@id', '@type', '@context', '@value', '@language', 'dc:title'])];
const PARTS = ['a', '_:x', 't.csv', 'date', 'en', '#,##0.0', 'yyyy-MM-dd', CONTEXT, 'TableGroup'];

/** Trees of the words of the vocabulary, in places where they may and may not stand. */
const tree = fc.letrec<{ readonly node: unknown }>(tie => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(...PARTS), fc.integer(), fc.boolean(), fc.constant(null),
    fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...KEYS), tie('node'), { maxKeys: 5 })),
})).node;

const SAMPLE = JSON.stringify({
  '@context': [CONTEXT, { '@language': 'en' }],
  tables: [{
    url: 't.csv', 'dc:title': { '@value': 'T', '@language': 'en' }, dialect: { delimiter: ';', trim: true }, lang: 'en',
    tableSchema: {
      columns: [{ name: 'a', titles: ['A', 'Ä'], datatype: { base: 'date', format: 'd.M.yyyy', minimum: '1.1.2000' } }, { titles: { en: 'B' }, separator: ' ', datatype: 'integer' }, { name: 'v', virtual: true }],
      primaryKey: 'a', foreignKeys: [{ columnReference: 'B', reference: { resource: 't.csv', columnReference: 'a' } }],
    },
  }],
}, null, 1);

function staysInside(text: string): void {
  const { complaints, locate } = csvw.read(text, 'x-metadata.json');
  const lines = text.split(/\r\n|\r|\n/);
  for (const { range: given, path, part } of complaints) {
    const range: TextRange = given ?? locate(path, part);
    assert.ok(before(range.start, range.end) && range.end.line < lines.length && range.end.character <= (lines[range.end.line] ?? '').length, JSON.stringify(range));
  }
  csvw.related?.(text, 'x-metadata.json');
}

test('no document makes the reader throw, and every complaint lies in the document', () => {
  fc.assert(fc.property(tree, value => staysInside(JSON.stringify(value, null, 1))), { numRuns: 400 });
  fc.assert(fc.property(values, value => staysInside(JSON.stringify(value))), { numRuns: 100 });
});

test('no text does: cut, spliced and shuffled documents', () => {
  const inserted = fc.oneof(fc.string(), fc.constantFrom('{', '}', '[', ']', '"', ',', ': ', '\n', 'null', ...KEYS.map(key => `"${key}": `)));
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(SAMPLE.length), fc.nat(30), inserted), { maxLength: 4 }), mutations => {
    staysInside(mutations.reduce((now, [at, length, piece]) => now.slice(0, at) + piece + now.slice(at + length), SAMPLE));
  }), { numRuns: 300 });
});

test('what is written of any description is valid, and says the same of the columns when it is read again', () => {
  assert.deepEqual(csvw.read(SAMPLE, 'x-metadata.json').complaints, []);
  const again = (text: string): unknown => csvw.read(text, 'x-metadata.json').description;
  const { description } = csvw.read(SAMPLE, 'x-metadata.json');
  assert.ok(description);
  const [own] = description.resources;
  const [read] = csvw.read(writeTables(description).text, 'x-metadata.json').description?.resources ?? [];
  const plain = (fields: typeof own): unknown => fields?.fields.map(({ node, ...field }) => field);
  assert.deepEqual(plain(read), plain(own));
  assert.deepEqual(read?.foreignKeys?.map(({ fields, reference }) => [fields, reference]), own?.foreignKeys?.map(({ fields, reference }) => [fields, reference]));
  fc.assert(fc.property(descriptions, given => {
    const { text, lost } = writeTables(given);
    assert.deepEqual(csvw.read(text, 'x-metadata.json').complaints.filter(({ kind }) => kind === 'syntax'), []);
    assert.equal(lost.length === 0 || lost.every(({ template }) => template !== ''), true);
    assert.ok(again(text));
  }), { numRuns: 100 });
});

test('what is a value of an ordered datatype has a place in the order, and lies within bounds made of it', () => {
  const texts = fc.oneof(fc.constantFrom('1', '-5', '1.5', '1e3', 'NaN', 'INF', '2020-02-29', '2020-01-01T00:00:00Z', '10:00:00', 'P1D', '--02-30', '---31', '2020', '2020-05'), fc.string());
  fc.assert(fc.property(fc.constantFrom(...DATATYPES), texts, (base, text) => {
    if (!valueTest({ base })(text)) return;
    const order = orderOf({ base })(text);
    if (order === undefined) return;
    assert.equal(boundOf({ base }, text.trim()), order);
    assert.equal(valueTest({ base, least: text.trim(), most: text.trim() })(text), true);
    assert.equal(valueTest({ base, above: text.trim() })(text), false);
  }), { numRuns: 500 });
});

test('two thousand columns are read in the time of a keystroke', () => {
  const columns = Array.from({ length: 2000 }, (_, i) => ({ name: `c${i}`, titles: { en: [`Column ${i}`, `C${i}`] }, 'dc:description': 'x'.repeat(380), datatype: { base: 'decimal', format: '#,##0.00', minimum: i } }));
  const text = JSON.stringify({ '@context': CONTEXT, url: 't.csv', tableSchema: { columns, primaryKey: columns.map(({ name }) => name) } });
  const start = performance.now();
  const { complaints } = csvw.read(text, 'x-metadata.json');
  const took = performance.now() - start;
  assert.deepEqual(complaints, []);
  assert.ok(text.length > 1_000_000 && took < 3000, `${took} ms for ${text.length} characters`);
  process.stdout.write(`# ${Math.round(took)} ms for ${text.length} characters\n`);
});
