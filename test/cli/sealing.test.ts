import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { CliFolder } from './folder.ts';

let folder = new CliFolder();
beforeEach(() => {
  folder.remove();
  folder = new CliFolder();
  folder.write('a.csv', DATA);
});
after(() => folder.remove());

const DATA = `id,colour\n${Array.from({ length: 30 }, (_, i) => `${i + 1},${i % 3 ? 'red' : 'blue'}\n`).join('')}`;
const DIGEST = createHash('sha256').update(DATA).digest('hex');
const SEALS = /changed-since-seal|byte-count-mismatch|digest-mismatch|row-count-mismatch/;

/** What each file was sealed as is what it is, until it is another. Gives what is found then. */
function changedAfterSeal(): string {
  assert.doesNotMatch(folder.lintel('check', '--heavy', '.').stdout, SEALS);
  folder.write('a.csv', `${DATA}31,green\n`);
  const { stdout } = folder.lintel('check', '--heavy', '.');
  assert.match(stdout, /30 rows were sealed, now there are 31 rows \[changed-since-seal\]/);
  return stdout;
}

const profileBeside = (): { readonly rows: number; readonly columns: readonly object[] } => JSON.parse(folder.read('datapackage.json')).resources[0].seal;

const CROISSANT = `{
  "@context": { "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "sha256": "cr:sha256", "md5": "cr:md5" },
  "@type": "sc:Dataset", "name": "ours",   "conformsTo": "http://mlcommons.org/croissant/1.0",
  "distribution": [
    { "@type": "cr:FileObject", "@id": "a", "contentUrl": "a.csv", "contentSize": "1 kB", "encodingFormat": "text/csv", "md5": "d41d8cd98f00b204e9800998ecf8427e" }
  ]
}
`;

test('Croissant has size and digest of a file; the profile stands beside it', () => {
  folder.write('croissant.json', CROISSANT);
  assert.equal(folder.lintel('seal', 'a.csv').status, 0);
  const sealed = CROISSANT.replace('"1 kB"', `"${DATA.length} B"`).replace('"md5": "d41d8cd98f00b204e9800998ecf8427e"', `"sha256": "${DIGEST}"`);
  assert.equal(folder.read('croissant.json').replace(/\s+/g, ' '), sealed.replace(/\s+/g, ' '));
  assert.deepEqual([profileBeside().rows, profileBeside().columns.length], [30, 2]);
  const { stdout } = folder.lintel('seal', 'a.csv');
  assert.doesNotMatch(stdout, /croissant/);
  assert.match(changedAfterSeal(), /byte-count-mismatch/);
  folder.write('a.csv', DATA.replace('2,red', '2,rad'));
  assert.match(folder.lintel('check', '--heavy', '.').stdout, /digest-mismatch/);
});

test('a set of files of Croissant has no place for the seal of one', () => {
  const text = CROISSANT.replace('cr:FileObject', 'cr:FileSet').replace('"contentUrl": "a.csv"', '"includes": "*.csv"');
  folder.write('croissant.json', text);
  assert.match(folder.lintel('seal', 'a.csv').stderr, /‘croissant\.json’ has no place for a seal; it stands in ‘datapackage\.json’/);
  assert.equal(folder.read('croissant.json'), text);
});

const card = (info: string): string => `---\n# ours\nlicense: mit\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: a.csv\n${info}---\n\n# Colours\n`;

test('a dataset card has the rows of a split and the size of the only file; digest and profile stand beside it', () => {
  folder.write('README.md', card('dataset_info:\n  # counted by hand\n  splits:\n  - name: train\n    num_bytes: 5000\n    num_examples: 7\n'));
  assert.equal(folder.lintel('seal', 'a.csv').status, 0);
  assert.equal(folder.read('README.md'), card(`dataset_info:\n  # counted by hand\n  splits:\n  - name: train\n    num_bytes: 5000\n    num_examples: 30\n  download_size: ${DATA.length}\n`));
  assert.deepEqual([profileBeside().rows, JSON.parse(folder.read('datapackage.json')).resources[0].hash], [30, `sha256:${DIGEST}`]);
  const found = changedAfterSeal();
  assert.match(found, /The table has 31 rows, the description says 30 \[row-count-mismatch\]/);
  assert.match(found, /byte-count-mismatch/);
});

test('a card without counts is given them, in the form it has for several configurations', () => {
  folder.write('README.md', card(''));
  folder.lintel('seal', 'a.csv');
  assert.equal(folder.read('README.md'), card(`dataset_info: {splits: [{name: train, num_examples: 30}], download_size: ${DATA.length}}\n`));
  const several = (info: string): string => card(`- config_name: more\n  data_files: b.csv\ndataset_info:\n${info}`);
  folder.write('b.csv', DATA);
  folder.write('README.md', several('- config_name: other\n'));
  folder.lintel('seal', 'a.csv', 'b.csv');
  const info = (called: string): string => `- {${called}splits: [{name: train, num_examples: 30}], download_size: ${DATA.length}}\n`;
  assert.equal(folder.read('README.md'), several(`- config_name: other\n${info('')}${info('config_name: more, ')}`));
});

test('the older JSON of a card has size and digest of the files it was loaded from', () => {
  const infos = (name: string, bytes: number, digest: string, rows: number): string => JSON.stringify({ default: {
    features: { id: { dtype: 'int64', _type: 'Value' } }, splits: { train: { name: 'train', num_bytes: 5000, num_examples: rows } },
    download_checksums: { [name]: { num_bytes: bytes, checksum: digest } }, download_size: bytes,
  } }, null, 1);
  folder.write('dataset_infos.json', infos('a.csv', 7, 'f'.repeat(64), 7));
  assert.match(folder.lintel('check', '--heavy', '.').stdout, /byte-count-mismatch[^]*row-count-mismatch|row-count-mismatch[^]*byte-count-mismatch/);
  folder.lintel('seal', 'a.csv');
  assert.equal(folder.read('dataset_infos.json'), infos('a.csv', DATA.length, DIGEST, 30));
  assert.match(changedAfterSeal(), /The table has 31 rows, the description says 30/);
  folder.write('dataset_infos.json', infos('https://example.org/a.csv', 7, 'f'.repeat(64), 7));
  assert.doesNotMatch(folder.lintel('check', 'a.csv').stdout, /row-count-mismatch|says 7/);
});

test('several descriptions of a file are all sealed', () => {
  folder.write('datapackage.json', JSON.stringify({ name: 'p', resources: [{ name: 'a', path: 'a.csv' }] }));
  folder.write('croissant.json', CROISSANT);
  folder.write('README.md', card(''));
  folder.lintel('seal', 'a.csv');
  assert.match(folder.read('croissant.json'), new RegExp(DIGEST));
  assert.match(folder.read('README.md'), /num_examples: 30/);
  assert.equal(profileBeside().rows, 30);
  changedAfterSeal();
});

const WITHOUT = {
  'csv-metadata.json': JSON.stringify({ '@context': 'http://www.w3.org/ns/csvw', url: 'a.csv' }),
  'dataset-metadata.json': JSON.stringify({ title: 'Colours of things', id: 'us/colours', licenses: [{ name: 'CC0-1.0' }], resources: [{ path: 'a.csv', description: 'All' }] }),
  'dataset_info.json': JSON.stringify({ ours: { file_name: 'a.csv', columns: { prompt: 'id', response: 'colour' } } }),
  'a.schema.json': JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { id: { type: 'integer' } } }),
  'a.odcs.yaml': 'apiVersion: v3.0.2\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\nservers:\n- server: here\n  type: local\n  path: a.csv\n  format: csv\nschema:\n- name: a\n  properties:\n  - name: id\n    logicalType: integer\n',
};

for (const [fileName, text] of Object.entries(WITHOUT)) {
  test(`${fileName} has no place for a seal, which stands beside it`, () => {
    folder.write(fileName, text);
    assert.match(folder.lintel('seal', 'a.csv').stderr, new RegExp(`‘${fileName.replaceAll('.', '\\.')}’ has no place for a seal; it stands in ‘datapackage\\.json’`));
    assert.equal(folder.read(fileName), text);
    assert.equal(profileBeside().rows, 30);
    changedAfterSeal();
  });
}

test('a Data Resource is sealed where it stands', () => {
  folder.write('a.resource.json', '{\n  "name": "a",\n  "path": "a.csv"\n}\n');
  folder.lintel('seal', 'a.csv');
  const { bytes, hash, seal } = JSON.parse(folder.read('a.resource.json'));
  assert.deepEqual([bytes, hash, seal.rows], [DATA.length, `sha256:${DIGEST}`, 30]);
  changedAfterSeal();
});
