import assert from 'node:assert/strict';
import { test } from 'node:test';
import csvw from '../../../server/src/metadata/csvw/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { textIn } from '../support.ts';
import { CONTEXT } from './support.ts';

/** What is complained of: its kind, the text it stands at and the words for it. */
function complaintsOf(text: string, fileName = 'x-metadata.json', related?: ReadonlyMap<string, string | undefined>): readonly (readonly [string, string, string])[] {
  const { complaints, locate } = csvw.read(text, fileName, related);
  return complaints.map(({ kind, path, part, range, message }) => [kind, textIn(text, range ?? locate(path, part)), renderMessage(message, { locale: 'en' })]);
}

/** A document with one table of a column `a`; what is given replaces or is added. */
const table = (more: object = {}): object => ({ '@context': CONTEXT, url: 't.csv', tableSchema: { columns: [{ name: 'a', titles: 'A' }] }, ...more });
const schema = (more: object): object => table({ tableSchema: { columns: [{ name: 'a', titles: 'A' }, { name: 'b', titles: 'B' }], ...more } });
const column = (more: object): object => table({ tableSchema: { columns: [{ titles: 'A', ...more }] } });
const note = (value: unknown): object => table({ 'dc:subject': value });

type Row = readonly [document: object, ...expected: readonly (readonly [kind: string, at: string])[]];

function holds(rows: readonly Row[]): void {
  for (const [document, ...expected] of rows) {
    const found = complaintsOf(JSON.stringify(document));
    assert.deepEqual(found.map(([kind, at]) => [kind, at]), expected, JSON.stringify([document, found]));
  }
}

test('documents are recognised by their names and, where others have such names, by their content', () => {
  const names = ['t.csv-metadata.json', 'csv-metadata.json', 'metadata.json', 'x-metadata.json', 'csvm.json', 'data/y.csvm.json', 'package.json', 'metadata.csv', 'metadata.yaml'];
  assert.deepEqual(names.map(name => csvw.mayBe(name)), [true, true, true, true, true, true, false, false, false]);
  assert.equal(csvw.recognises?.('{', 't.csv-metadata.json'), true);
  assert.equal(csvw.recognises?.('{ "@context": "http://www.w3.org/ns/csvw", ', 'metadata.json'), true);
  assert.equal(csvw.recognises?.('{ "@context": { "@vocab": "https://schema.org/" }, "@type": "sc:Dataset" }', 'metadata.json'), false);
  assert.equal(csvw.recognises?.('{ "id": "owner/name", "resources": [] }', 'dataset-metadata.json'), false);
});

test('values of the wrong kind are passed over with a warning', () => holds([
  [table()],
  ...Object.entries({
    null: true, lang: 1, textDirection: 'up', separator: false, ordered: 'yes', default: 1, aboutUrl: false, propertyUrl: 1, valueUrl: [], required: 'x', datatype: 7, tableDirection: 'x',
    suppressOutput: 'x', notes: 1, transformations: 1,
  }).map(([key, value]): Row => [table({ [key]: value }), ['ignored', JSON.stringify(value)]]),
  ...Object.entries({
    commentPrefix: '//', delimiter: '--', doubleQuote: 'x', encoding: 'utf-9', header: 'x', headerRowCount: -1, lineTerminators: 1, quoteChar: "''", skipBlankRows: 1, skipColumns: -1, skipInitialSpace: 1,
    skipRows: 'x', trim: 'both',
  }).map(([key, value]): Row => [table({ dialect: { [key]: value } }), ['ignored', JSON.stringify(value)]]),
  [table({ null: ['x', 1] }), ['ignored', '1']], [table({ dialect: 7 }), ['ignored', '7']], [table({ '@id': 7 }), ['ignored', '7']],
  [column({ name: 7 }), ['ignored', '7']], [column({ name: 'a b' }), ['ignored', '"a b"']], [column({ name: '_a' }), ['ignored', '"_a"']], [column({ virtual: 'x' }), ['ignored', '"x"']],
  [column({ titles: ['A', 1] }), ['ignored', '1']], [column({ titles: { en: 1 } }), ['ignored', '1']], [column({ titles: { en: 'A', 'no language': 'B' } }), ['ignored', '"no language"']],
  [schema({ primaryKey: 'c' }), ['ignored', '"c"']], [schema({ primaryKey: 1 }), ['ignored', '1']], [schema({ rowTitles: ['a', 'c'] }), ['ignored', '"c"']],
  [schema({ foreignKeys: 1 }), ['ignored', '1']], [schema({ foreignKeys: [1] }), ['ignored', '1']],
  [table({ tableSchema: { columns: [{ titles: 'A' }, 'x'] } }), ['ignored', '"x"']],
  [{ '@context': CONTEXT, tables: [{ url: 't.csv' }, 7] }, ['ignored', '7']],
  [table({ transformations: [7, { url: 'x', scriptFormat: 'http://example.org/f', targetFormat: 'http://example.org/t', foo: 1 }] }), ['ignored', '7'], ['ignored', '"foo"']],
  [table({ '@context': [CONTEXT, { '@language': 'no language' }] }), ['ignored', '"no language"']],
  [table({ '@context': [CONTEXT, { '@language': 'unknown-tongue' }] }), ['ignored', '"unknown-tongue"']],
]));

test('properties nobody knows, or that belong elsewhere, are passed over; annotations are not', () => holds([
  [table({ foo: 1 }), ['ignored', '"foo"']], [table({ virtual: true }), ['ignored', '"virtual"']], [column({ url: 'x' }), ['ignored', '"url"']],
  [{ '@context': CONTEXT, tables: [{ url: 't.csv' }], primaryKey: 'a' }, ['ignored', '"primaryKey"']],
  [table({ 'dc:title': 'T', 'http://example.org/p': [1, { '@value': 'x', '@language': 'en' }], 'schema:about': { '@id': 'http://example.org/', '@type': 'schema:Thing' } })],
  [table({ 'dct:title': 'T' }), ['ignored', '"dct:title"']],
]));

test('what makes a document invalid is an error', () => holds([
  [{ url: 't.csv' }, ['schema', '{']], [table({ '@context': 'http://www.w3.org/ns/csvv' }), ['schema', '"http://www.w3.org/ns/csvv"']],
  [table({ '@context': [CONTEXT, { '@base': 'x/', prefix: 'y' }] }), ['schema', '"prefix"']],
  [{ '@context': CONTEXT, tables: [] }, ['schema', '[]']], [{ '@context': CONTEXT, tables: 1 }, ['schema', '1']], [{ '@context': CONTEXT, '@type': 'TableGroup' }, ['schema', '{']],
  [{ '@context': CONTEXT, tableSchema: {} }, ['schema', '{']], [table({ url: 1 }), ['schema', '1']], [{ '@context': CONTEXT, tables: [{ 'dc:title': 'x' }] }, ['schema', '{']],
  ...['_:x'].flatMap((id): readonly Row[] => [
    [table({ '@id': id }), ['schema', '"_:x"']], [schema({ '@id': id }), ['schema', '"_:x"']], [column({ '@id': id }), ['schema', '"_:x"']], [table({ dialect: { '@id': id } }), ['schema', '"_:x"']],
  ]),
  [table({ '@type': 'Schema' }), ['schema', '"Schema"']], [schema({ '@type': 'Table' }), ['schema', '"Table"']], [column({ '@type': 'Table' }), ['schema', '"Table"']],
  [table({ dialect: { '@type': 'Table' } }), ['schema', '"Table"']],
  [table({ transformations: [{ '@type': 'x', url: 'x', scriptFormat: 'f', targetFormat: 't' }] }), ['schema', '"x"']], [table({ transformations: [{ url: 'x', scriptFormat: 'f' }] }), ['schema', '{']],
  [table({ tableSchema: 7 }), ['schema', '7']], [table({ tableSchema: { columns: 7 } }), ['schema', '7']],
  [column({ titles: 7 }), ['schema', '7']], [column({ titles: { 'not-a-language': 'A' } }), ['schema', '"not-a-language"']],
  [table({ tableSchema: { columns: [{ name: 'a', titles: 'A' }, { name: 'a', titles: 'B' }] } }), ['schema', '"a"']], [table({ tableSchema: { columns: [{ name: 'a', virtual: true }, { name: 'b', titles: 'B' }] } }), ['schema', '{']],
]));

test('annotations are plain values: no lists, no contexts, no made-up keywords', () => holds([
  [note({ '@context': {} }), ['schema', '"@context"']], [note({ '@list': [1] }), ['schema', '"@list"']], [note({ '@set': [1] }), ['schema', '"@set"']],
  [note({ '@value': '1', '@type': '_:x' }), ['schema', '"_:x"']], [note({ '@type': '_:x' }), ['schema', '"_:x"']], [note({ '@type': 'foo' }), ['schema', '"foo"']], [note({ '@type': 1 }), ['schema', '1']],
  [note({ '@id': '_:x' }), ['schema', '"_:x"']], [note({ '@value': 'x', '@language': 'en', '@type': 'xsd:string' }), ['schema', '"@language"']], [note({ '@value': 'x', foo: 1 }), ['schema', '"foo"']],
  [note({ '@language': 'en' }), ['schema', '"@language"']], [note({ '@value': 'x', '@language': 'no language' }), ['schema', '"no language"']], [note({ '@foo': 1 }), ['schema', '"@foo"']],
  [note({ '@value': { a: 1 } }), ['schema', '{"a":1}']], [note({ '@type': 'Table' })], [note({ '@type': ['schema:Dataset', 'http://example.org/T'] })], [note({ '@value': 'x', '@language': null })],
]));

const KEY = { columnReference: 'a', reference: { resource: 't.csv', columnReference: 'b' } };

test('foreign keys lead to columns of tables of the document', () => holds([
  [schema({ foreignKeys: [KEY] })], [schema({ foreignKeys: [{ ...KEY, columnReference: 'c' }] }), ['reference', '"c"']],
  [schema({ foreignKeys: [{ ...KEY, reference: { resource: 't.csv', columnReference: 'c' } }] }), ['reference', '"c"']],
  [schema({ foreignKeys: [{ ...KEY, reference: { resource: 'u.csv', columnReference: 'c' } }] }), ['reference', '"u.csv"']],
  [schema({ foreignKeys: [{ ...KEY, reference: { schemaReference: 'http://example.org/s', columnReference: 'b' } }], '@id': 'http://example.org/s' })],
  [schema({ foreignKeys: [{ ...KEY, reference: { schemaReference: 'x.json', columnReference: 'b' } }] }), ['reference', '"x.json"']],
  [schema({ foreignKeys: [{ ...KEY, reference: 7 }] }), ['schema', '7']], [schema({ foreignKeys: [{ ...KEY, 'dc:description': 'x' }] }), ['schema', '"dc:description"']],
  [schema({ foreignKeys: [{ ...KEY, reference: { ...KEY.reference, 'dc:description': 'x' } }] }), ['schema', '"dc:description"']],
  [schema({ foreignKeys: [{ ...KEY, reference: { ...KEY.reference, columnReference: ['a', 'b'] } }] }), ['schema', '["a","b"]']],
  [schema({ foreignKeys: [{ columnReference: 'a' }] }), ['schema', '{']],
]));

test('a title stands for a name where there is none, with everything odd escaped', () => holds([
  [table({ tableSchema: { columns: [{ titles: ['On Street', 'Street'] }], primaryKey: 'On%20Street' } })],
  [table({ tableSchema: { columns: [{ titles: ['On Street', 'Street'] }], primaryKey: 'On Street' } }), ['ignored', '"On Street"']],
]));

test('schemas in documents of their own are looked at, and named where they cannot be', () => {
  const text = JSON.stringify(table({ '@context': [CONTEXT, { '@base': 'schemas/' }], tableSchema: 'a.json' }));
  assert.deepEqual(csvw.related?.(text, 'x-metadata.json'), ['schemas/a.json']);
  assert.deepEqual(complaintsOf(text, 'x-metadata.json', new Map([['schemas/a.json', '{ "columns": [{ "titles": "A" }] }']])), []);
  assert.deepEqual(complaintsOf(text, 'x-metadata.json', new Map([['schemas/a.json', '{ "columns": [{ "name": "a", "titles": "A" }, { "name": "a", "titles": "B" }] }']])),
    [['schema', '"a.json"', 'In ‘schemas/a.json’: Another column is called ‘a’ already']]);
  assert.deepEqual(complaintsOf(text), [['reference', '"a.json"', 'The document ‘schemas/a.json’ is not there or cannot be read']]);
  assert.deepEqual(complaintsOf(JSON.stringify(table({ tableSchema: 'https://example.org/a.json' }))).map(([kind, at]) => [kind, at]), [['unchecked', '"https://example.org/a.json"']]);
});

test('metadata named after a file describes it', () => {
  const text = JSON.stringify(table());
  assert.deepEqual(complaintsOf(text, 't.csv-metadata.json'), []);
  assert.deepEqual(complaintsOf(text, 'u.csv-metadata.json'),
    [['ignored', '"t.csv"', 'This document is named after ‘u.csv’ and does not describe it, so it is passed over for that file']]);
});

test('what does not parse still says what is there', () => {
  const found = complaintsOf('{ "@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "lang": 1, "tableSchema": { "columns": [ { "name": 1 ');
  assert.ok(found.some(([kind]) => kind === 'syntax'));
  assert.deepEqual(found.filter(([kind]) => kind !== 'syntax').map(([kind, at]) => [kind, at]), [['ignored', '1'], ['ignored', '1']]);
  assert.deepEqual(complaintsOf('[]').map(([kind]) => kind), ['schema']);
  assert.deepEqual(complaintsOf('').length, 1);
});
