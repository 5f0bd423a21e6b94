import assert from 'node:assert/strict';
import { test } from 'node:test';
import dataPackage from '../../server/src/metadata/data-package/standard.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { textIn } from './support.ts';

/** What is complained of, as the text it stands at and the words for it. */
function complaintsOf(text: string, fileName = 'datapackage.json'): readonly (readonly [string, string])[] {
  const { complaints, locate } = dataPackage.read(text, fileName);
  return complaints.map(({ path, part, range, message }) => [textIn(text, range ?? locate(path, part)), renderMessage(message, { locale: 'en' })]);
}

const VALID = '{ "resources": [{ "name": "a", "path": "a.csv" }] }';

test('documents are recognised by their names', () => {
  const names = ['datapackage.json', 'a/b/datapackage.yaml', 'DataPackage.yml', 'birds.datapackage.json', 'package.json', 'mydatapackage.json', 'datapackage.csv'];
  assert.deepEqual(names.map(name => dataPackage.mayBe(name)), [true, true, true, true, false, false, false]);
});

test('a clean document has no complaints, with a byte-order mark and with Windows line ends too', () => {
  assert.deepEqual(complaintsOf(VALID), []);
  assert.deepEqual(complaintsOf(`\uFEFF${VALID}`), []);
  assert.deepEqual(complaintsOf(VALID.replaceAll(', ', ',\r\n')), []);
  assert.deepEqual(complaintsOf('\uFEFFresources:\r\n  - name: a\r\n    path: a.csv\r\n', 'datapackage.yaml'), []);
});

test('a complaint stands at the smallest node that is wrong', () => {
  const text = `{
    "resources": [{
      "name": "", "path": 7, "bytes": -1,
      "dialect": { "quoteChar": "''", "header": "yes" },
      "schema": { "fields": [{ "name": "x", "constraints": { "enum": ["a", "b", "a"], "minLength": 1.5, "pattern": "(?=a)" } }], "primaryKey": ["y"] }
    }],
    "created": "yesterday"
  }`;
  assert.deepEqual(complaintsOf(text), [
    ['"yesterday"', '“yesterday” is not how ‘created’ is written; an example is “2026-05-31T12:00:00Z”'],
    ['""', '‘name’ is empty'],
    ['7', '‘path’ should be text or a list'],
    ['-1', '‘bytes’ should be at least 0'],
    ['"yes"', '‘header’ should be true or false'],
    ['"\'\'"', '‘quoteChar’ takes at most 1 character'],
    ['"a"', 'This is in the list already'],
    ['1.5', '‘minLength’ should be a whole number'],
    ['"y"', 'No field is called ‘y’'],
    ['"(?=a)"', 'This pattern cannot be evaluated here, so it is not checked'],
  ]);
});

test('lines and characters are those of the editor, after marks, line ends and characters of two units', () => {
  const json = '\uFEFF{\r\n  "title": "🐦", "resources": [], \r\n "name": 5 }';
  const { complaints, locate } = dataPackage.read(json, 'datapackage.json');
  assert.deepEqual(complaints.map(({ path, part }) => locate(path, part)), [
    { start: { line: 2, character: 9 }, end: { line: 2, character: 10 } },
    { start: { line: 1, character: 30 }, end: { line: 1, character: 32 } },
  ]);
});

test('YAML is located like JSON', () => {
  const yaml = 'resources:\n  - name: a\n    path: a.csv\n    schema:\n      fields: [{ name: x, type: integr }]\nprivacy:\n  retension: {}\n';
  assert.deepEqual(complaintsOf(yaml, 'datapackage.yaml'), [
    ['integr', '“integr” is no value of ‘type’; did you mean “integer”?'],
    ['retension', '‘retension’ is not a key of ‘privacy’; did you mean ‘retention’?'],
  ]);
});

test('what does not parse is named, and the rest is still judged and described', () => {
  const broken = '{ "name": "a", "resources": [{ "name": "r", "path": "r.csv", "schema": { "fields": [{ "name": "x", "type": "text" ] } }';
  const { description } = dataPackage.read(broken, 'datapackage.json');
  assert.deepEqual(description?.resources[0]?.fields.map(field => field.name), ['x']);
  const words = complaintsOf(broken).map(([, message]) => message);
  assert.ok(words.some(message => message.startsWith('A comma is expected') || message.startsWith('A closing brace')), words.join('\n'));
  assert.ok(words.some(message => message.startsWith('‘type’ should be one of')), words.join('\n'));
});

test('broken YAML keeps what was read', () => {
  const { description, complaints } = dataPackage.read('name: a\nresources:\n  - name: r\n    path: [r.csv\n', 'datapackage.yaml');
  assert.equal(description?.name, 'a');
  assert.deepEqual(complaints.map(({ kind }) => kind), ['syntax']);
});

test('an empty document, another kind of value and a key given twice are told', () => {
  const empty = 'A Data Package is an object with a list of resources; there is none here';
  assert.deepEqual(complaintsOf('# nothing\n', 'datapackage.yaml'), [['', empty]]);
  assert.deepEqual(complaintsOf('[1]'), [['[', empty]]);
  assert.equal(complaintsOf('').length, 1);
  assert.deepEqual(complaintsOf('{ "name": "a", "resources": [{ "name": "a", "path": "a" }], "name": "b" }'), [['"name"', '‘name’ occurs twice here; only the last one counts']]);
});

test('the forms of the first versions are read', () => {
  const text = `{ "profile": "tabular-data-package", "resources": [{ "name": "a", "url": "a.csv", "profile": "tabular-data-resource", "schema": {
    "fields": [{ "name": "d", "type": "date", "format": "fmt:%d/%m/%Y" }, { "name": "d" }], "primaryKey": "d",
    "foreignKeys": [{ "fields": "d", "reference": { "resource": "", "fields": "d" } }] } }] }`;
  const { description, complaints } = dataPackage.read(text, 'datapackage.json');
  assert.deepEqual(complaints.map(({ kind, path }) => [kind, path.at(-1)]), [['deprecated', 'format'], ['ignored', 'name']]);
  const [resource] = description?.resources ?? [];
  assert.deepEqual([resource?.paths, resource?.primaryKey, resource?.fields[0]?.format], [['a.csv'], ['d'], '%d/%m/%Y']);
});

test('categories, labelled missing values and spellings of numbers reach the model', () => {
  const text = `{ "resources": [{ "name": "a", "path": "a.csv", "schema": { "missingValues": [{ "value": "-", "label": "refused" }], "fieldsMatch": "subset",
    "fields": [{ "name": "x", "type": "integer", "categories": [{ "value": 0, "label": "no" }, { "value": 1 }] }, { "name": "y", "type": "number", "decimalChar": "," }] } }] }`;
  const { description, complaints } = dataPackage.read(text, 'datapackage.json');
  assert.deepEqual(complaints, []);
  const [resource] = description?.resources ?? [];
  assert.deepEqual([resource?.missingValues, resource?.fieldsMatch, resource?.fields[0]?.constraints.enum, resource?.fields[1]?.lexical], [['-'], 'subset', [0, 1], { decimalChar: ',' }]);
});

test('a slip is only renamed where the right key is free', () => {
  const fixes = (text: string): readonly boolean[] => dataPackage.read(text, 'datapackage.json').complaints.map(({ fix }) => fix !== undefined);
  assert.deepEqual(fixes(`${VALID.slice(0, -1)}, "privacy": { "retension": {} } }`), [true]);
  assert.deepEqual(fixes(`${VALID.slice(0, -1)}, "privacy": { "retension": {}, "retention": {} } }`), [false]);
});
