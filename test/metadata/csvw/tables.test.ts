import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMessage } from '../../../server/src/words/render.ts';
import { CONTEXT, findingsIn, verdictOf, type Verdict } from './support.ts';

const CSV = 'GID,On Street,Planted\n1,ADDISON AV,10/18/2010\n2,EMERSON ST,6/2/2010\n';
const COLUMNS = [
  { name: 'GID', titles: ['GID', 'Generic Identifier'] }, { name: 'on_street', titles: 'On Street' }, { name: 'planted', titles: 'Planted', datatype: { base: 'date', format: 'M/d/yyyy' } },
];

/** The rules that find something in `t.csv` and its metadata, errors only. */
async function errorsOf(metadata: object, csv = CSV, more: Readonly<Record<string, unknown>> = {}): Promise<readonly string[]> {
  const findings = await findingsIn({ 't.csv-metadata.json': { '@context': CONTEXT, url: 't.csv', ...metadata }, 't.csv': csv, ...more });
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

const columns = (list: readonly object[], more: object = {}): object => ({ tableSchema: { columns: list, ...more } });
const withColumn = (i: number, column: object): object => columns(COLUMNS.map((each, at) => (at === i ? column : each)));

test('the header says one of the titles of each column, in order', async () => {
  assert.deepEqual(await errorsOf(columns(COLUMNS)), []);
  assert.deepEqual(await errorsOf(columns(COLUMNS), CSV.replace('GID', 'Generic Identifier')), []);
  assert.deepEqual(await errorsOf(withColumn(0, { titles: 'gid' })), ['missing-column']);
  assert.deepEqual(await errorsOf(withColumn(1, { name: 'on_street' })), ['invalid-description', 'missing-column']);
  assert.deepEqual(await errorsOf(withColumn(0, { name: 'GID' })), ['invalid-description']);
  assert.deepEqual(await errorsOf(withColumn(1, {})), []);
  assert.deepEqual(await errorsOf(columns([...COLUMNS].reverse())), ['misordered-column']);
  assert.deepEqual(await errorsOf(columns(COLUMNS.slice(0, 2))), ['extra-column']);
  assert.deepEqual(await errorsOf(columns([...COLUMNS, { titles: 'Felled' }])), ['missing-column']);
  assert.deepEqual(await errorsOf(columns([...COLUMNS, { name: 'type', virtual: true, propertyUrl: 'rdf:type', valueUrl: 'schema:Event' }])), []);
  assert.deepEqual(await errorsOf(columns(COLUMNS), CSV.replace('On Street', ' On Street ')), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { trim: false } }, CSV.replace('On Street', ' On Street ')), ['missing-column']);
});

test('titles match the language of the table, where it has one', async () => {
  assert.deepEqual(await errorsOf({ lang: 'en', ...withColumn(0, { titles: { fr: 'GID' } }) }), ['invalid-description']);
  assert.deepEqual(await errorsOf({ lang: 'en-US', ...withColumn(0, { titles: { en: 'GID', fr: 'Identifiant' } }) }), []);
  assert.deepEqual(await errorsOf(withColumn(0, { titles: { en: 'ID', fr: 'GID' } })), []);
});

test('values are found by the column, whatever the header calls it, and without one by its place', async () => {
  assert.deepEqual(await errorsOf(columns(COLUMNS), CSV.replace('6/2/2010', '2010-06-02')), ['type-error']);
  assert.deepEqual(await errorsOf(columns(COLUMNS), CSV.replace('6/2/2010', ' 6/2/2010 ')), []);
  const bare = CSV.slice(CSV.indexOf('\n') + 1);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { header: false } }, bare), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { header: false } }, bare.replace('6/2', '31/2')), ['type-error']);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS.slice(0, 2)), dialect: { headerRowCount: 0 } }, bare), ['extra-column']);
});

test('dialects: separators, quotes and encodings; what cannot be read is said and not compared', async () => {
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { delimiter: ';', quoteChar: "'" } }, CSV.replaceAll(',', ';').replace('ADDISON AV', "'ADDISON; AV'")), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { doubleQuote: false } }, CSV.replace('ADDISON AV', '"ADDISON \\"AV\\""')), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { skipRows: 2 } }, `a\nb\n${CSV}`), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { skipRows: 2 } }, `a,"1\n2"\nb\n${CSV.replace('6/2', '31/2')}`), ['type-error']);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { skipRows: 1, header: false } }, CSV), []);
  assert.deepEqual(await errorsOf({ ...columns(COLUMNS), dialect: { quoteChar: null } }, CSV.replace('ADDISON AV', '"ADDISON AV')), []);
  const findings = await findingsIn({ 't.csv-metadata.json': { '@context': CONTEXT, url: 't.csv', ...columns(COLUMNS), dialect: { delimiter: '§' } }, 't.csv': CSV });
  assert.deepEqual(findings.map(({ rule, severity }) => [rule, severity]), [['unchecked-reference', 'hint']]);
});

test('what tables hand down to their columns counts, the innermost first', async () => {
  assert.deepEqual(await errorsOf({ datatype: 'integer', ...columns(COLUMNS) }), ['type-error']);
  assert.deepEqual(await errorsOf({ datatype: 'integer', ...columns(COLUMNS.map(column => ({ datatype: 'string', ...column }))) }), []);
  assert.deepEqual(await errorsOf({ null: 'EMERSON ST', ...withColumn(1, { titles: 'On Street', required: true }) }), ['missing-required']);
});

test('primary keys are unique', async () => {
  const key = (primaryKey: unknown): object => columns(COLUMNS, { primaryKey });
  assert.deepEqual(await errorsOf(key('GID')), []);
  assert.deepEqual(await errorsOf(key('GID'), CSV.replace('\n2,', '\n1,')), ['repeated-key']);
  assert.deepEqual(await errorsOf(key(['GID', 'on_street']), CSV.replace('\n2,', '\n1,')), []);
  assert.deepEqual(await errorsOf(key(['GID', 'on_street']), CSV.replace('\n2,EMERSON ST', '\n1,ADDISON AV')), ['repeated-key']);
});

test('foreign keys find one row: in the same table, in another one, over several columns, by the name of a schema', async () => {
  const parents = 'code,parent\na,\nb,a\n';
  const self = (reference: object): object => columns([{ titles: 'code' }, { titles: 'parent' }], { foreignKeys: [{ columnReference: 'parent', reference }], '@id': 'http://example.org/s' });
  assert.deepEqual(await errorsOf(self({ resource: 't.csv', columnReference: 'code' }), parents), []);
  assert.deepEqual(await errorsOf(self({ schemaReference: 'http://example.org/s', columnReference: 'code' }), parents), []);
  assert.deepEqual(await errorsOf(self({ resource: 't.csv', columnReference: 'code' }), parents.replace('b,a', 'b,c')), ['unresolved-reference']);
  assert.deepEqual(await errorsOf(self({ resource: 't.csv', columnReference: 'code' }), `${parents}a,b\n`), ['repeated-key']);

  const group = (slices: string, key: object): Promise<Verdict> => findingsIn({
    'g-metadata.json': {
      '@context': CONTEXT,
      tables: [
        { url: 'countries.csv', tableSchema: { columns: [{ name: 'code', titles: ['Code', 'country'] }, { name: 'year', titles: 'Year' }], '@id': 'c.json' } },
        { url: 'slices.csv', tableSchema: { columns: [{ name: 'ref', titles: 'Ref' }, { titles: 'y' }], foreignKeys: [key] } },
      ],
    },
    'countries.csv': 'country,Year\nAD,2000\nAE,2001\n', 'slices.csv': slices,
  }).then(verdictOf);
  const one = { columnReference: 'ref', reference: { resource: 'countries.csv', columnReference: 'code' } };
  const two = { columnReference: ['ref', 'y'], reference: { schemaReference: 'c.json', columnReference: ['code', 'year'] } };
  assert.equal(await group('Ref,y\nAD,1\nAD,2\n', one), 'fine');
  assert.equal(await group('Ref,y\nAF,1\n', one), 'wrong');
  assert.equal(await group('Ref,y\nAD,2000\n', two), 'fine');
  assert.equal(await group('Ref,y\nAD,2001\n', two), 'wrong');
});

test('links are resolved: against the base, with escapes, to what was published', async () => {
  const csv = { 'data/a b.csv': CSV.replace('GID', 'X') };
  const check = async (metadata: object): Promise<Verdict> => verdictOf(await findingsIn({ 'm-metadata.json': { ...columns(COLUMNS), ...metadata }, ...csv }));
  assert.equal(await check({ '@context': [CONTEXT, { '@base': 'data/' }], url: 'a%20b.csv' }), 'wrong');
  assert.equal(await check({ '@context': CONTEXT, url: './data/a%20b.csv?x=1' }), 'wrong');
  assert.equal(await check({ '@context': [CONTEXT, { '@base': 'http://example.org:80/set/' }], url: 'http://example.org/set/data/a%20b.csv' }), 'wrong');
  assert.equal(await check({ '@context': [CONTEXT, { '@base': 'data/' }], url: '../other.csv' }), 'wrong');
});

test('a schema in a document of its own counts as one that stands here', async () => {
  const schema = { 's.json': { '@context': CONTEXT, columns: COLUMNS } };
  assert.deepEqual(await errorsOf({ tableSchema: 's.json' }, CSV, schema), []);
  assert.deepEqual(await errorsOf({ tableSchema: 's.json' }, CSV.replace('6/2', '31/2'), schema), ['type-error']);
});

test('the metadata of a file comes before that of its folder, and what does not describe it is passed over', async () => {
  const of = (url: string, titles: string): object => ({ '@context': CONTEXT, url, tableSchema: { columns: [{ titles }] } });
  const rules = async (files: Readonly<Record<string, unknown>>): Promise<readonly string[]> => (await findingsIn(files)).map(({ rule, severity }) => `${rule} ${severity}`);
  assert.deepEqual(await rules({ 'a.csv': 'x\n1\n', 'a.csv-metadata.json': of('a.csv', 'x'), 'csv-metadata.json': of('a.csv', 'wrong'), 'a-metadata.json': of('a.csv', 'wrong') }), []);
  assert.deepEqual(await rules({ 'a.csv': 'x\n1\n', 'a.csv-metadata.json': of('b.csv', 'x'), 'csv-metadata.json': of('a.csv', 'x'), 'b.csv': 'x\n1\n' }), ['ignored-property warning']);
});

test('metadata of a folder names the tables beside it that it does not describe', async () => {
  const metadata = { '@context': CONTEXT, url: 't.csv', ...columns(COLUMNS) };
  const about = async (files: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
    (await findingsIn({ 't.csv': CSV, ...files })).filter(({ rule }) => rule === 'ignored-property').map(({ message }) => renderMessage(message, { locale: 'en' }));
  assert.deepEqual(await about({ 'csv-metadata.json': metadata }), []);
  assert.deepEqual(await about({ 'csv-metadata.json': metadata, 'u.csv': 'a\n1\n', 'notes.txt': 'x' }), ['This is the metadata of a folder and does not describe ‘u.csv’, so it is passed over for that']);
  assert.deepEqual(await about({ 'csv-metadata.json': metadata, 'u.csv': 'a\n1\n', 'u.csv-metadata.json': { '@context': CONTEXT, url: 'u.csv' } }), []);
  assert.deepEqual(await about({ 't-metadata.json': metadata, 'u.csv': 'a\n1\n' }), []);
});
