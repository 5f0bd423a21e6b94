import assert from 'node:assert/strict';
import { test } from 'node:test';
import croissant from '../../../server/src/metadata/croissant/standard.ts';
import { changed, complaintsOf, CONTEXT, trees, type Tree } from './support.ts';

const FILE = ['distribution', 0];
const FIELD = ['recordSet', 1, 'field', 0];
const SOURCE = [...FIELD, 'source'];

test('a clean description has no complaints, whatever prefix its terms have', () => {
  assert.deepEqual(complaintsOf(JSON.stringify(trees())), []);
  const spelled = JSON.stringify(trees()).replaceAll('"sc:', '"https://schema.org/').replaceAll('"name":', '"sc:name":').replaceAll('"cr:Field"', '"http://mlcommons.org/croissant/Field"');
  assert.deepEqual(complaintsOf(spelled), []);
  assert.deepEqual(complaintsOf(JSON.stringify(trees()).replaceAll('https://schema.org', 'http://schema.org')), []);
});

test('documents are recognised by their content', () => {
  const judge = (tree: Tree): boolean | undefined => croissant.recognises?.(JSON.stringify(tree), 'metadata.json');
  assert.equal(judge(trees()), true);
  assert.equal(judge({ '@context': { '@vocab': 'https://schema.org/' }, '@type': 'Dataset', distribution: [], recordSet: [] }), true);
  assert.equal(judge({ '@context': 'https://schema.org', '@type': 'Dataset', distribution: [{ contentUrl: 'a.csv' }] }), false);
  assert.equal(judge({ name: 'a', resources: [] }), false);
  assert.deepEqual(['metadata.json', 'croissant.json', 'a.croissant.json', 'b.jsonld', 'package.json', 'a.csv'].map(name => croissant.mayBe(name)), [true, true, true, true, false, false]);
});

/** One change each, and what there is to say then: nothing that follows from it is said besides. */
const CASES: readonly (readonly [path: readonly (string | number)[], value: Tree | undefined, text: string, words: string])[] = [
  [['@type'], 'sc:Datset', '"sc:Datset"', 'The type of a dataset is ‘sc:Dataset’'],
  [['name'], undefined, '{', '‘name’ is missing here and has to be given'],
  [['name'], 7, '7', '‘name’ should be text'],
  [['description'], { en: 'Trees.', de: 5 }, '5', '‘description’ should be text'],
  [['conformsTo'], undefined, '{', '‘conformsTo’ is missing here and has to be given'],
  [['conformsTo'], 'https://mlcommons.org/croissant/1.1', '"https://mlcommons.org/croissant/1.1"', '‘conformsTo’ should hold one of “http://mlcommons.org/croissant/0.8”, “http://mlcommons.org/croissant/1.0” and “http://mlcommons.org/croissant/1.1”'],
  [['datePublished'], 'spring 2026', '"spring 2026"', '‘datePublished’ should be a date of ISO 8601, such as “2026-05-31”'],
  [['version'], 'first', '"first"', 'Versions should be written as “1.2.3”'],
  [['creator'], 'Ada', '"Ada"', '‘creator’ should be an object with the type ‘Person’ or ‘Organization’'],
  [['creator'], { '@type': 'sc:Person', name: 5 }, '5', '‘name’ should be text'],
  [['name'], {}, '{}', '‘name’ should be text'],
  [['license'], 4, '4', '‘license’ should be the address of a licence, or an object with the type ‘CreativeWork’'],
  [['license'], undefined, '{', '‘license’ should be given here'],
  [['rai:dataBiasses'], 'none', '"rai:dataBiasses"', '‘rai:dataBiasses’ is not known here; did you mean ‘rai:dataBiases’?'],
  [['@context', 'dataType'], undefined, '"@context"', '‘dataType’ is used below and not declared here, so readers do not see it'],
  [['@context', 'dataType'], 'cr:dataType', '"cr:dataType"', '‘dataType’ has to be declared with the type ‘@vocab’, or its values are read as something else'],
  [['@context', 'citeAs'], undefined, '"@context"', '‘citeAs’ is used below and should be declared here'],
  [['@context'], 'https://example.org/context.jsonld', '"https://example.org/context.jsonld"', 'This context is not read; names are taken to mean what they mean in Croissant'],
  [[...FILE, '@type'], 'cr:File', '"cr:File"', '‘cr:File’ cannot stand here; the type should be one of ‘cr:FileObject’ and ‘cr:FileSet’'],
  [[...FILE, 'contentUrl'], undefined, '"@type"', ''],
  [[...FILE, 'encodingFormat'], undefined, '"@type"', ''],
  [[...FILE, 'sha256'], 'abc', '"abc"', 'A digest of ‘sha256’ has 64 hexadecimal digits; with this one nothing can be checked'],
  [[...FILE, 'sha256'], 7, '7', '‘sha256’ should be text'],
  [[...FILE, 'contentSize'], 'big', '"big"', '‘contentSize’ is a number of bytes, such as “117743 B”'],
  [[...FILE, 'containedIn'], { '@id': 'trees.zip' }, '"trees.zip"', 'Nothing here has the id ‘trees.zip’; did you mean ‘trees.csv’?'],
  [[...FILE, 'containedIn'], { '@id': 'trees.csv' }, '"trees.csv"', '‘trees.csv’ would lie in itself here'],
  [[...FILE, 'containedIn'], { '@id': 'trees/height' }, '"trees/height"', '‘trees/height’ is of the type ‘Field’; wanted here is one of ‘FileObject’ and ‘FileSet’'],
  [[...FIELD, '@type'], 'cr:Feld', '"cr:Feld"', '‘cr:Feld’ cannot stand here; the type should be ‘cr:Field’'],
  [[...FIELD, '@id'], 'trees/the height', '"trees/the height"', 'An id is part of an address and has no spaces'],
  [[...FIELD, '@id'], 'trees/species', '"trees/species"', 'Something else has the id ‘trees/species’ already'],
  [[...FIELD, 'dataType'], undefined, '{', ''],
  [[...FIELD, 'dataType'], 'sc:String', '"sc:String"', '“sc:String” is no type; did you mean “sc:Text”?'],
  [[...FIELD, 'dataType'], 'cr:Flaot32', '"cr:Flaot32"', '“cr:Flaot32” is no type; did you mean “cr:Float32”?'],
  [[...FIELD, 'dataType'], 'sc:Person', '"sc:Person"', 'This does not say what the values are; a type such as “sc:Text” has to stand here, alone or beside it'],
  [[...FIELD, 'dataType'], 'cr:Label', '"cr:Label"', 'This does not say what the values are; a type such as “sc:Text” has to stand here, alone or beside it'],
  [[...FIELD, 'subField'], 'height', '"height"', '‘subField’ holds objects of the type ‘Field’'],
  [['recordSet', 1, 'annotation'], 7, '7', '‘annotation’ holds objects of the type ‘Field’'],
  [[...FIELD, 'repeated'], true, '"repeated"', 'Since 1.1 this is ‘isArray’'],
  [[...FIELD, 'isArray'], 'yes', '"yes"', '‘isArray’ should be true or false'],
  [[...FIELD, 'arrayShape'], '3,4', '"arrayShape"', '‘arrayShape’ is only for fields with ‘isArray’'],
  [[...FIELD, 'value'], 5, '"value"', 'A field has either ‘source’ or ‘value’, not both'],
  [[...FIELD, 'references'], { field: { '@id': 'species/cod' } }, '"species/cod"', 'Nothing here has the id ‘species/cod’; did you mean ‘species/code’?'],
  [SOURCE, undefined, '{', '‘source’ or ‘value’ is missing here: nothing fills this field'],
  [[...SOURCE, 'fileObject'], 'trees.csv', '"trees.csv"', 'Since 1.0 a reference is written “{ "@id": "trees.csv" }”'],
  [[...SOURCE, 'fileObject'], { '@id': 'tree.csv' }, '"tree.csv"', 'Nothing here has the id ‘tree.csv’; did you mean ‘trees.csv’?'],
  [[...SOURCE, 'fileObject'], undefined, '"source"', 'One of ‘fileObject’, ‘fileSet’, ‘field’ and ‘recordSet’ is missing here and has to be given'],
  [[...SOURCE, 'fileSet'], { '@id': 'trees.csv' }, '"fileSet"', '‘source’ takes one of ‘fileObject’, ‘fileSet’, ‘field’ and ‘recordSet’; ‘fileObject’ is given already'],
  [[...SOURCE, 'extract', 'jsonPath'], '$.h', '"jsonPath"', '‘extract’ takes one of ‘column’, ‘fileProperty’ and ‘jsonPath’'],
  [[...SOURCE, 'extract'], { fileProperty: 'filname' }, '"filname"', '“filname” is no value of ‘fileProperty’; did you mean “filename”?'],
  [[...SOURCE, 'extract'], { jsonPath: '$[\'a' }, '"$[\'a"', '“$[\'a” is no JSON path'],
  [[...SOURCE, 'transform'], { regex: '(' }, '"("', 'This regular expression cannot be read'],
  [[...SOURCE, 'transform'], { regex: '(a)', separator: ',' }, '"separator"', 'One transformation is one of ‘format’, ‘jsonPath’, ‘regex’, ‘replace’ and ‘separator’; several are written as a list'],
  [['recordSet', 0, '@type'], 'cr:Table', '"cr:Table"', '‘cr:Table’ cannot stand here; the type should be ‘cr:RecordSet’'],
  [['recordSet', 0, 'key'], { '@id': 'species/cde' }, '"species/cde"', 'No field of this record set has the id ‘species/cde’; did you mean ‘species/code’?'],
  [['recordSet', 2, 'data'], [], '[]', '‘data’ is empty; it has to hold something'],
  [['recordSet', 2, 'data', 0], 'sound', '"sound"', '‘data’ should be a list of objects'],
  [['recordSet', 2, 'data', 0], { 'conditions/nam': 'sound' }, '"conditions/nam"', 'No field of this record set has the id ‘conditions/nam’; did you mean ‘conditions/name’?'],
  [['recordSet', 2, 'data', 0], { name: 'sound' }, '"name"', 'Since 1.0 rows name this field by its id ‘conditions/name’'],
  [['recordSet', 2, 'field', 0, 'dataType'], 'sc:Integer', '"sound"', 'This value is not of the type “sc:Integer”'],
];

for (const [path, value, text, words] of CASES) {
  test(`one mistake is one complaint at its place: ${path.join('.')} ${JSON.stringify(value)}`, () => {
    const [first, ...others] = complaintsOf(changed(path, value));
    const isSameElsewhere = others.every(([, message]) => message === first?.[1]?.replace('“sound”', '“ill”'));
    assert.ok(isSameElsewhere, JSON.stringify(others));
    if (words !== '') assert.deepEqual(first, [text, words]);
    else assert.match(first?.[1] ?? '', new RegExp(`‘${String(path.at(-1))}’`));
  });
}

test('a misspelt property is read as what is meant, so that nothing else is said', () => {
  for (const [right, slip] of [['"recordSet"', '"recordset"'], ['"contentUrl"', '"contentURL"'], ['"source"', '"sorce"'], ['"column"', '"colum"'], ['"field"', '"fields"']] as const) {
    const tree = trees();
    const text = JSON.stringify(tree, null, 1).replaceAll(`${right}: "cr:`, `${right.slice(0, -1)} ": "cr:`).replaceAll(right, slip).replaceAll(`${right.slice(0, -1)} ": "cr:`, `${right}: "cr:`);
    const found = complaintsOf(text);
    assert.ok(found.length > 0 && found.every(([at, words]) => at === slip && words.includes('did you mean')), `${slip}: ${JSON.stringify(found)}`);
  }
});

test('what is referred to by its id has one, and digests are digits or base64', () => {
  const file = (digest: string): Tree => ({ '@type': 'cr:FileObject', '@id': 'trees.csv', contentUrl: 'trees.csv', encodingFormat: 'text/csv', md5: digest });
  const named = { '@type': 'cr:FileObject', name: 'trees.csv', contentUrl: 'trees.csv', encodingFormat: 'text/csv', md5: '0'.repeat(32) };
  assert.deepEqual(complaintsOf(changed(FILE, named), ['schema']), [['{', '‘@id’ is missing here, so no reference to ‘trees.csv’ finds it']]);
  assert.deepEqual(complaintsOf(changed(FILE, file('1B2M2Y8AsgTpgAmY7PhCfg=='))), []);
  assert.deepEqual(croissant.read(changed(FILE, file('1B2M2Y8AsgTpgAmY7PhCfg==')), 'metadata.json').description?.resources[0]?.hash?.value, { algorithm: 'md5', digits: 'd41d8cd98f00b204e9800998ecf8427e' });
  assert.equal(complaintsOf(changed(FILE, file('1B2M2Y8AsgTpgAmY7PhCfgAA'))).length, 1);
});

test('fields from two files need a reference between them', () => {
  const other = { '@type': 'cr:Field', '@id': 'trees/latin', dataType: 'sc:Text', source: { fileObject: { '@id': 'species.csv' }, extract: { column: 'latin name' } } };
  const words = 'Fields of ‘trees’ come from ‘trees.csv’ and from ‘species.csv’, and no ‘references’ says how their records belong together';
  assert.deepEqual(complaintsOf(changed(['recordSet', 1, 'field', 1], other)), [['"source"', words]]);
});

test('nested fields, annotations and parents are looked into', () => {
  const nested = { '@type': 'cr:Field', '@id': 'trees/place', subField: [{ '@type': 'cr:Field', '@id': 'trees/place/lat', dataType: 'sc:Flot', source: { fileObject: { '@id': 'trees.csv' }, extract: { column: 'lat' } } }] };
  assert.deepEqual(complaintsOf(changed(FIELD, nested)), [['"sc:Flot"', '“sc:Flot” is no type; did you mean “sc:Float”?']]);
  const parent = { '@type': 'cr:Field', '@id': 'trees/kin', subField: [{ '@type': 'cr:Field', '@id': 'trees/kin/x', source: { field: { '@id': 'species/latin' } } }], parentField: { references: { field: { '@id': 'species/code' } }, source: { field: { '@id': 'trees/nowhere' } } } };
  assert.deepEqual(complaintsOf(changed(FIELD, parent)), [['"trees/nowhere"', 'Nothing here has the id ‘trees/nowhere’']]);
  const annotated = { '@type': 'cr:RecordSet', '@id': 'trees', field: [], annotation: { name: 'count', value: 5, dataType: 'https://www.wikidata.org/entity/Q4049983' } };
  assert.deepEqual(complaintsOf(changed(['recordSet', 1], annotated)), []);
});

test('version 0.8 is read, and each of its forms has its successor', () => {
  const terms = Object.fromEntries(Object.entries(CONTEXT).filter(([key]) => !['cr', 'dct', 'conformsTo', 'citeAs'].includes(key)));
  const draft = {
    '@context': { ...JSON.parse(JSON.stringify(terms).replaceAll('"cr:', '"ml:')), ml: 'http://mlcommons.org/schema/' },
    '@type': 'sc:Dataset', name: 'trees', description: 'Heights.', url: 'https://example.org', license: 'CC0-1.0', creator: { '@type': 'Person', name: 'Ada' }, citation: 'Ada', datePublished: '2023', version: '1.0.0',
    distribution: [{ '@type': 'sc:FileObject', name: 'trees.csv', contentUrl: 'trees.csv', encodingFormat: 'text/csv', md5: '0'.repeat(32) }],
    recordSet: [{ '@type': 'ml:RecordSet', name: 'trees', key: 'height', field: [{ '@type': 'ml:Field', name: 'height', dataType: 'sc:Float', source: { distribution: 'trees.csv', extract: { column: 'height' } } }] }],
  };
  assert.deepEqual(complaintsOf(JSON.stringify(draft)), [
    ['"http://mlcommons.org/schema/"', 'This is the vocabulary of Croissant 0.8; since 1.0 it is ‘http://mlcommons.org/croissant/’'],
    ['"@type"', 'Since 1.0 a description says by ‘conformsTo’ which version it follows'],
    ['"citation"', 'Since 1.0 the citation of the dataset itself is ‘citeAs’'],
    ['"sc:FileObject"', 'Since 1.0 this type is Croissant\'s own: ‘ml:FileObject’'],
    ['"distribution"', 'Since 1.0 this is ‘fileObject’'],
  ]);
  const { complaints, description } = croissant.read(JSON.stringify(draft), 'metadata.json');
  assert.ok(complaints.every(({ fix }) => fix));
  assert.deepEqual(description?.resources.map(({ name, paths, primaryKey }) => [name, paths, primaryKey]), [['trees', ['trees.csv'], ['height']]]);
});

test('what does not parse is named, and the rest is still judged', () => {
  const text = JSON.stringify(trees(), null, 1).replace('"sc:Float"', '"sc:Flot"');
  const found = complaintsOf(text.slice(0, text.lastIndexOf('"conditions/name"')));
  assert.ok(found.some(([at]) => at === '"sc:Flot"'), JSON.stringify(found));
  assert.ok(found.every(([, words]) => !words.includes('has to be given')), JSON.stringify(found));
});
