import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Files } from '../../server/src/core/host.ts';
import { createDescriptions, declaredOf } from '../../server/src/engine/descriptions.ts';
import { resolvePath } from '../../server/src/engine/resourcePaths.ts';
import dataPackage from '../../server/src/metadata/data-package/standard.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { memoryHost } from '../harness/memoryHost.ts';

/** Files in memory that remember what was asked of them. */
function workspace(texts: Readonly<Record<string, string>>): { readonly files: Files; readonly touched: string[] } {
  const touched: string[] = [];
  const bytesOf = (uri: string): Uint8Array | undefined => {
    touched.push(uri);
    const text = texts[decodeURIComponent(uri)];
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const missing = { refused: 'missing', detail: '' } as const;
  const files: Files = {
    stat: uri => {
      const bytes = bytesOf(uri);
      return Promise.resolve(bytes ? { kind: 'file', size: bytes.length, modified: 0 } : missing);
    },
    open: uri => {
      const bytes = bytesOf(uri);
      const read = (target: Uint8Array, position: number): Promise<number> => {
        const part = bytes?.subarray(position, position + target.length) ?? target.subarray(0, 0);
        target.set(part);
        return Promise.resolve(part.length);
      };
      return Promise.resolve(bytes ? { size: bytes.length, read, close: () => Promise.resolve() } : missing);
    },
    list: folder => {
      const base = `${decodeURIComponent(folder)}/`;
      return Promise.resolve(Object.keys(texts).filter(uri => uri.startsWith(base)).map(uri => uri.slice(base.length).replace(/\/.*/, '/')));
    },
    write: () => Promise.resolve({ refused: 'not-permitted', detail: '' }),
    replace: () => Promise.resolve({ refused: 'not-permitted', detail: '' }),
    create: () => Promise.resolve({ refused: 'not-permitted', detail: '' }),
  };
  return { files, touched };
}

const naming = (...paths: readonly string[]): string => JSON.stringify({ resources: paths.map((path, i) => ({ name: `r${i}`, path })) });
const { find, check } = createDescriptions();

test('the nearest description that names the file is found, whatever stands nearer without naming it', async () => {
  const { files } = workspace({
    'memory:/w/datapackage.json': naming('data/a b.csv', 'data/sub/c.csv', 'data/sub/d.csv'),
    'memory:/w/data/datapackage.yaml': 'resources: [{ name: r, path: sub/c.csv }]',
    'memory:/w/data/sub/birds.datapackage.json': naming('d.csv'),
    'memory:/w/data/sub/datapackage.json': naming('other.csv'),
    'memory:/datapackage.json': naming('w/data/e.csv'),
  });
  const named = async (uri: string): Promise<string | undefined> => (await find(uri, files, ['memory:/w']))?.described.uri;
  assert.equal(await named('memory:/w/data/a%20b.csv'), 'memory:/w/datapackage.json');
  assert.equal(await named('memory:/w/data/sub/c.csv'), 'memory:/w/data/datapackage.yaml');
  assert.equal(await named('memory:/w/data/sub/d.csv'), 'memory:/w/data/sub/birds.datapackage.json');
  assert.equal(await named('memory:/w/data/e.csv'), undefined);
});

test('without a workspace only the folder of the file is looked at', async () => {
  const { files } = workspace({ 'memory:/w/datapackage.json': naming('data/a.csv', 'b.csv') });
  assert.equal(await find('memory:/w/data/a.csv', files, []), undefined);
  assert.equal((await find('memory:/w/b.csv', files, []))?.described.resource.name, 'r1');
});

test('paths that lead out are refused in words, and nothing they name is touched', async () => {
  const wicked = ['../../etc/passwd', '/etc/passwd', '..\\secret.csv', 'a/../../b.csv', 'C:/x.csv', 'file:///etc/passwd', '~/x.csv', '.git/config', 'https://example.com/x.csv'];
  const uri = 'memory:/w/datapackage.json';
  const { files, touched } = workspace({ [uri]: naming(...wicked, 'data.csv'), 'memory:/w/data.csv': 'a\n1\n' });
  const checked = await check({ uri, host: { ...memoryHost(new Map()), files }, folders: ['memory:/w'], configuration: DEFAULT_CONFIGURATION });
  assert.ok('findings' in checked);
  assert.deepEqual(touched, [uri, 'memory:/w/data.csv']);
  assert.deepEqual(checked.named, ['memory:/w/data.csv']);
  assert.deepEqual(checked.findings.map(({ rule }) => rule), [...Array.from({ length: 8 }, () => 'path-outside-workspace'), 'unresolved-path']);
  assert.equal(checked.findings.at(-1)?.severity, 'information');
  const [first] = checked.findings.map(({ message }) => renderMessage(message, { locale: 'zh-cn' }));
  assert.equal(first, '“../../etc/passwd” 指向描述文件所在文件夹之外，不予打开');
});

test('letters that mean something in a URI are letters of a file name in a path', () => {
  assert.equal(resolvePath('file:///w/datapackage.json', '%2e%2e/a#b?c d.csv').uri, 'file:///w/%252e%252e/a%23b%3Fc%20d.csv');
  assert.equal(resolvePath('file:///w/datapackage.json', './data//订单.csv').uri, `file:///w/data/${encodeURIComponent('订单.csv')}`);
});

test('addresses of stores and hubs are on the network, other schemes lead out of the folder', () => {
  const states = ['hf://datasets/a/b.csv', 's3a://x/y.csv', 'abfss://x@y/z', 'file:///etc/passwd', 'bad://x.csv'].map(path => resolvePath('file:///w/README.md', path).state);
  assert.deepEqual(states, ['remote', 'remote', 'remote', 'absolute', 'absolute']);
});

test('findings of a description are in the order of its text', async () => {
  const uri = 'memory:/w/datapackage.yaml';
  const { files } = workspace({ [uri]: 'privacy:\n  personalData: yes\nname: 5\nresources:\n  - name: a\n    path: none.csv\n' });
  const checked = await check({ uri, host: { ...memoryHost(new Map()), files }, folders: [], configuration: DEFAULT_CONFIGURATION });
  assert.ok('findings' in checked);
  assert.deepEqual(checked.findings.map(({ rule, primary }) => [rule, primary.range.start.line]), [
    ['personal-data-without-purpose', 1], ['invalid-description', 2], ['unresolved-path', 5],
  ]);
});

test('a description that is missing or too big is refused, rules that are off are silent', async () => {
  const { files } = workspace({ 'memory:/w/datapackage.json': '{}' });
  const host = { ...memoryHost(new Map()), files };
  const missing = await check({ uri: 'memory:/w/x.datapackage.json', host, folders: [], configuration: DEFAULT_CONFIGURATION });
  assert.ok('refused' in missing && missing.refused === 'missing');
  const off = { rules: { 'invalid-description': { severity: 'off', settings: {} } } } as const;
  const checked = await check({ uri: 'memory:/w/datapackage.json', host, folders: [], configuration: off });
  assert.ok('findings' in checked);
  assert.deepEqual(checked.findings, []);
});

test('a resource says how its file is read', () => {
  const text = `{ "resources": [{ "name": "a", "path": "a.csv", "encoding": "gbk", "dialect": { "delimiter": ";", "header": false },
    "schema": { "fields": [{ "name": "x", "missingValues": ["-9"] }, { "name": "y" }] } }, { "name": "b", "path": "b.csv" },
    { "name": "c", "path": "c.csv", "schema": { "fields": [{ "name": "x" }] } }] }`;
  const [first, second, third] = dataPackage.read(text, 'datapackage.json').description?.resources ?? [];
  assert.ok(first && second && third);
  assert.deepEqual(declaredOf(first), { delimiter: ';', header: false, encoding: 'gbk', nullTokens: ['', '-9'] });
  assert.deepEqual(declaredOf(second), {});
  assert.deepEqual(declaredOf(third), { header: true });
});

const card = (...paths: readonly string[]): string => `---\nconfigs:\n- config_name: default\n  data_files:\n${paths.map((path, i) => `  - split: s${i}\n    path: ${path}\n`).join('')}dataset_info:\n  features: []\n  splits:\n  - name: s0\n    num_examples: 3\n---\n`;

test('a pattern names every file it means, at or below the description', async () => {
  const uri = 'memory:/w/README.md';
  const { files } = workspace({
    [uri]: card('data/*.csv', '"**/deep-[0-9].csv"', 'none/*.csv', '../*.csv', 'https://example.com/*.csv'), 'memory:/w/data/a b.csv': 'a', 'memory:/w/data/b.csv': 'a', 'memory:/w/x/y/deep-1.csv': 'a',
    'memory:/w/.hidden/deep-2.csv': 'a', 'memory:/other.csv': 'a',
  });
  const checked = await check({ uri, host: { ...memoryHost(new Map()), files }, folders: ['memory:/w'], configuration: DEFAULT_CONFIGURATION });
  assert.ok('findings' in checked);
  assert.deepEqual(checked.named, ['memory:/w/data/a%20b.csv', 'memory:/w/data/b.csv', 'memory:/w/x/y/deep-1.csv']);
  assert.deepEqual(checked.findings.filter(({ rule }) => rule !== 'invalid-description' && rule !== 'missing-recommended-property').map(({ rule, primary, severity }) => [rule, primary.range.start.line, severity]), [
    ['unresolved-path', 9, 'error'], ['path-outside-workspace', 11, 'error'], ['unresolved-path', 13, 'information'],
  ]);
  const resourceOf = async (data: string): Promise<string | undefined> => (await find(data, files, ['memory:/w']))?.described.resource.name;
  assert.deepEqual([await resourceOf('memory:/w/data/a%20b.csv'), await resourceOf('memory:/w/x/y/deep-1.csv'), await resourceOf('memory:/w/.hidden/deep-2.csv')], ['default/s0', 'default/s1', undefined]);
});

test('a number of rows is that of a file only where the table is one file', async () => {
  const rowsOf = async (texts: Readonly<Record<string, string>>): Promise<number | undefined> =>
    (await find('memory:/w/data/a.csv', workspace({ 'memory:/w/README.md': card('data/*.csv'), ...texts }).files, ['memory:/w']))?.described.resource.rows?.value;
  assert.equal(await rowsOf({ 'memory:/w/data/a.csv': 'a' }), 3);
  assert.equal(await rowsOf({ 'memory:/w/data/a.csv': 'a', 'memory:/w/data/b.csv': 'a' }), undefined);
});
