import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComplaintKind } from '../../../server/src/core/standard.ts';
import dataPackage from '../../../server/src/metadata/data-package/standard.ts';
import { applyNodeEdits, editNode } from '../../../server/src/metadata/document/edit.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { textIn } from '../support.ts';

type Expected = readonly (readonly [kind: ComplaintKind, at: string, words: string])[];

function complaintsOf(text: string, fileName: string, related?: ReadonlyMap<string, string | undefined>): Expected {
  const { complaints, locate } = dataPackage.read(text, fileName, related);
  return complaints.map(({ kind, path, part, range, message }) => [kind, textIn(text, range ?? locate(path, part)), renderMessage(message, { locale: 'en' })] as const);
}

const withField = (field: string): string => `{ "resources": [{ "name": "a", "path": "a.csv", "schema": { "fields": [${field}] } }] }`;

const FIELDS: readonly (readonly [field: string, ...expected: Expected])[] = [
  ['{ "name": "x", "type": "integer", "constraints": { "minimun": 1 } }', ['unknown-key', '"minimun"', '‘minimun’ is no constraint of Table Schema; did you mean ‘minimum’?']],
  ['{ "name": "x", "type": "string", "required": true }', ['ignored', '"required"', '‘required’ is a constraint and belongs in ‘constraints’; here it is passed over']],
  ['{ "name": "x", "type": "string", "pattern": "a", "constraints": { "pattern": "a" } }'],
  ['{ "name": "x", "type": "integer", "constraints": { "bogus": 1 } }', ['unknown-key', '"bogus"', '‘bogus’ is no constraint of Table Schema']],
  ['{ "name": "x", "type": "integer", "constraints": { "minLength": 1 } }', ['schema', '"minLength"', 'Values of type ‘integer’ have no length, so ‘minLength’ means nothing here']],
  ['{ "name": "x", "type": "integer", "constraints": { "pattern": "a" } }', ['schema', '"pattern"', '‘pattern’ is for text and means nothing for type ‘integer’']],
  ['{ "name": "x", "type": "string", "constraints": { "jsonSchema": {} } }', ['schema', '"jsonSchema"', '‘jsonSchema’ is for values of JSON and means nothing for type ‘string’']],
  ['{ "name": "x", "type": "string", "constraints": { "minimum": 1 } }', ['schema', '"minimum"', 'Values of type ‘string’ have no order, so ‘minimum’ means nothing here']],
  ['{ "name": "x", "type": "integer", "constraints": { "enum": [1, "two", "3"] } }', ['schema', '"two"', '“two” cannot be read as ‘integer’']],
  ['{ "name": "x", "type": "boolean", "constraints": { "enum": [true, 7] } }', ['schema', '7', '“7” cannot be read as ‘boolean’']],
  ['{ "name": "x", "type": "string", "constraints": { "enum": ["a", 1] } }', ['schema', '1', '“1” cannot be read as ‘string’']],
  ['{ "name": "x", "type": "date", "constraints": { "minimum": "1.2.2024" } }', ['schema', '"1.2.2024"', '“1.2.2024” cannot be read as ‘date’']],
  ['{ "name": "x", "type": "date", "format": "%d.%m.%Y", "constraints": { "minimum": "1.2.2024" } }'],
  ['{ "name": "x", "type": "date", "constraints": { "minimum": "2024-02-01", "maximum": "2023-01-01" } }', ['schema', '"2023-01-01"', 'No value can be at least “2024-02-01” and at most “2023-01-01”']],
  ['{ "name": "x", "type": "date", "format": "dd.mm.yyyy" }', ['schema', '"dd.mm.yyyy"', '“dd.mm.yyyy” is no pattern of dates and times; an example is “%Y-%m-%d”']],
  ['{ "name": "x", "type": "date", "format": "%Q" }', ['schema', '"%Q"', '“%Q” is no part of a pattern of dates and times']],
  ['{ "name": "x", "type": "date", "format": "fmt:%d/%m/%y" }', ['deprecated', '"fmt:%d/%m/%y"', 'The prefix “fmt:” is of an older version; the pattern stands alone now']],
  ['{ "name": "x", "type": "string", "format": "emial" }', ['schema', '"emial"', '“emial” is no format of type ‘string’; did you mean “email”?']],
  ['{ "name": "x", "type": "integer", "format": "currency" }', ['ignored', '"currency"', 'Values of type ‘integer’ have no formats, so “currency” means nothing here']],
  ['{ "name": "x" }, { "name": "x" }', ['ignored', '"x"', 'Another field is called ‘x’ already; columns are told apart by their order alone']],
  ['{ "name": "x", "tilte": "T" }', ['ignored', '"tilte"', '‘tilte’ is not known here and is passed over; did you mean ‘title’?']],
  ['{ "name": "x", "missing_values": ["-"] }', ['ignored', '"missing_values"', '‘missing_values’ is not known here and is passed over; did you mean ‘missingValues’?']],
  ['{ "name": "x", "type": "list", "delimiter": ";", "itemType": "integer", "constraints": { "minLength": 1 } }'],
  ['{ "name": "x", "type": "string", "categories": [{ "value": "a", "label": "A" }], "categoriesOrdered": true, "x-source": "survey", "unit": "cm" }'],
  ['{ "name": "x", "type": "geojson", "format": "topojson" }, { "name": "y", "type": "geopoint", "format": "array" }, { "name": "z", "type": "duration" }'],
];

for (const [field, ...expected] of FIELDS) {
  test(`what is said of the field ${field}`, () => {
    assert.deepEqual(complaintsOf(withField(field), 'datapackage.json'), expected);
  });
}

const DOCUMENTS: readonly (readonly [name: string, text: string, ...expected: Expected])[] = [
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "encoding": "utf_eight" }] }', ['schema', '"utf_eight"', 'No encoding is called “utf_eight”']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "encoding": "latin1", "hash": "sha256:12" }] }', ['schema', '"sha256:12"', 'A digest by ‘sha256’ has 64 hexadecimal digits; this one is written otherwise']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "hash": "crc32:12" }] }', ['unchecked', '"crc32:12"', 'Digests by ‘crc32’ are not checked here']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": ["a", "http://x.org/b"] }] }', ['schema', '"http://x.org/b"', 'Parts of one table are either all files or all on the network']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "dialect": { "delimiter": ";", "quoteChar": ";" } }] }', ['schema', '";"', '“;” is ‘delimiter’ already and cannot be ‘quoteChar’ too']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "dialect": { "delimiter": "\\\\t" } }] }', ['schema', '"\\\\t"', 'A delimiter stands for itself; “\\t” is a word for it']],
  ['datapackage.json', '{ "resources": [{ "name": "a", "path": "a", "dialect": { "header": false, "headerRows": [1] } }] }', ['ignored', '"headerRows"', '‘header’ says that there is no header, so ‘headerRows’ means nothing here']],
  ['datapackage.json', '{ "profile": "tabular-data-package", "resources": [{ "name": "a", "path": "a" }] }', ['schema', '{', 'In a package of the profile “tabular-data-package” every resource has a ‘schema’; there is none here']],
  ['datapackage.json', '{ "profile": "profiles/ours.json", "resources": [{ "name": "a", "path": "a" }] }', ['unchecked', '"profiles/ours.json"', 'What the profile “profiles/ours.json” demands beyond the standard is not checked']],
  ['datapackage.json', '{ "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [{ "name": "a", "path": "a", "profile": "tabular-data-resource" }] }'],
  ['datapackage.json', '{ "profile": "data-package", "resources": [{ "name": "A b", "path": "a" }] }', ['schema', '"A b"', '“A b” is no name: lower-case letters, digits and “. - _ /” are allowed']],
  ['datapackage.json', '{ "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [{ "name": "a", "path": "a", "schema": { "fields": [{ "name": "x" }], "primaryKey": "x" } }] }', ['deprecated', '"x"', 'A single name is of an older version; this is a list now']],
  ['tableschema.json', '{ "fields": [{ "name": "x", "type": "integr" }], "primaryKey": ["y"] }', ['schema', '"integr"', '“integr” is no value of ‘type’; did you mean “integer”?'], ['reference', '"y"', 'No field is called ‘y’']],
  ['people.schema.yaml', 'fields:\n  - name: x\nforeignKeys:\n  - fields: x\n    reference: { resource: other, fields: y }\n'],
  ['tableschema.json', '{ "fieldz": [] }', ['schema', '"fieldz"', '‘fieldz’ is not known here; ‘fields’ has to be given']],
  ['dataresource.json', '{ "path": "a.csv" }', ['schema', '{', '‘name’ is missing here and has to be given']],
  ['a.resource.yaml', 'name: a\n', ['schema', 'name', '‘path’ is missing here and has to be given']],
  ['tabledialect.json', '{ "delimiter": 5 }', ['schema', '5', '‘delimiter’ should be text']],
  ['tabledialect.json', '[]', ['schema', '[', 'A Table Dialect is an object; there is none here']],
];

for (const [name, text, ...expected] of DOCUMENTS) {
  test(`what is said of ${name}: ${text}`, () => {
    assert.deepEqual(complaintsOf(text, name), expected);
  });
}

test('documents that a package names are read with it, and told where they cannot be', () => {
  const text = '{ "resources": [{ "name": "a", "path": "a", "schema": "s/a.json", "dialect": "no.json" }, "r.resource.json", { "name": "c", "path": "c", "schema": "../c.json" }, { "name": "d", "path": "d", "schema": "https://x.org/d.json" }] }';
  const documents = new Map<string, string | undefined>([
    ['s/a.json', '{ "fields": [{ "name": "x", "type": "integr" }] }'], ['r.resource.json', '{ "name": "r", "path": "r.csv", "schema": "r.schema.json" }'],
    ['r.schema.json', '{ "fields": [{ "name": "y" }, { "nam": "z" }] }'], ['no.json', undefined],
  ]);
  assert.deepEqual(dataPackage.related?.(text, 'datapackage.json', new Map()), ['s/a.json', 'no.json', 'r.resource.json']);
  assert.deepEqual(dataPackage.related?.(text, 'datapackage.json', documents), ['s/a.json', 'no.json', 'r.resource.json', 'r.schema.json']);
  assert.deepEqual(complaintsOf(text, 'datapackage.json', documents), [
    ['schema', '"s/a.json"', 'In “s/a.json”: “integr” is no value of ‘type’; did you mean “integer”?'],
    ['reference', '"no.json"', 'There is no file “no.json” that could be read'],
    ['reference', '"../c.json"', 'A ‘path’ leads down from the folder of the description; “../c.json” is not opened'],
    ['unchecked', '"https://x.org/d.json"', '“https://x.org/d.json” is on the network and was not looked at'],
  ]);
  const { description, parts } = dataPackage.read(text, 'datapackage.json', documents);
  assert.deepEqual(description?.resources.map(({ paths, fields }) => [paths, fields.map(field => field.name)]), [[['a'], ['x']], [['r.csv'], ['y', '']], [['c'], []], [['d'], []]]);
  assert.deepEqual(parts?.map(({ at, path }) => [at.join('/'), path]), [['resources/0/schema', 's/a.json'], ['resources/1', 'r.resource.json'], ['resources/1/schema', 'r.schema.json']]);
});

test('a document is one by its name and its content, unless it says that it is something else', () => {
  const is = (name: string, text: string): boolean => dataPackage.mayBe(name) && dataPackage.recognises?.(text, name) === true;
  assert.deepEqual([
    is('datapackage.yml', ''), is('birds.datapackage.json', '{}'), is('tableschema.yaml', ''), is('package.json', '{ "resources": [] }'), is('a.package.json', '{ "resources": [] }'),
    is('a.schema.json', '{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object" }'), is('a.schema.json', '{ "fields": [{ "name": "a" }] }'), is('schema.yml', 'version: 2\nmodels: []\n'),
    is('schema.yaml', 'fields:\n  - name: a\n'), is('datapackage.yaml', '# lintel: none\nresources: []\n'), is('datapackage.json', '{ "$schema": "none", "resources": [] }'), is('dialect.json', '{ "delimiter": ";" }'),
  ], [true, true, true, false, true, false, true, false, true, false, false, true]);
});

test('full-width punctuation is one finding, read as what it stands for, and mended as a whole', () => {
  const json = '{\n  “name”：“中文，名”，\n  "resources"：［｛ "name"： "a"， "path": "a，b.csv" ｝］\n}\n';
  assert.deepEqual(complaintsOf(json, 'datapackage.json').map(([kind, at]) => [kind, at]), [['syntax', '“'], ['recommended', '“中文，名”']]);
  const yaml = 'name：x\nresources:\n  - name：a\n    path：b.csv\n    description: |\n      note：kept\n    title: in：side\n';
  assert.deepEqual(complaintsOf(yaml, 'datapackage.yaml').map(([kind, at]) => [kind, at]), [['syntax', '：']]);
  for (const [name, text] of [['datapackage.json', json], ['datapackage.yaml', yaml]] as const) {
    const { fix } = dataPackage.read(text, name).complaints[0] ?? {};
    assert.ok(fix?.safety === 'safe' && fix.change.do === 'half-width-node');
    const mended = applyNodeEdits(text, editNode(text, name, fix.change));
    assert.deepEqual(complaintsOf(mended, name).filter(([kind]) => kind === 'syntax'), [], mended);
    assert.equal(dataPackage.read(mended, name).description?.resources[0]?.paths[0], name.endsWith('json') ? 'a，b.csv' : 'b.csv');
  }
});

test('items of lists are moved in JSON and YAML, and everything around them stays', () => {
  const json = '{ "a": [\n  { "n": 1 },\n  2, "x" // c\n] }';
  const moved = (text: string, name: string, from: number, to: number): string => applyNodeEdits(text, editNode(text, name, { do: 'move-node', path: ['a', from], to }));
  assert.equal(moved(json, 'a.json', 2, 0), '{ "a": [\n  "x",\n  { "n": 1 }, 2 // c\n] }');
  assert.equal(moved('a:\n  - n: 1\n    m: 2\n  # second\n  - x\n  - y\n', 'a.yaml', 0, 1), 'a:\n  - x\n  # second\n  - n: 1\n    m: 2\n  - y\n');
});
