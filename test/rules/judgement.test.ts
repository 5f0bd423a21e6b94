import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import { ruleOf } from '../../server/src/engine/registry.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

/** What one rule finds in a table, with a description of it where one is given. */
async function find(id: string, rows: readonly string[], described?: { readonly fields?: readonly object[]; readonly ml?: object }): Promise<readonly Finding[]> {
  const rule = ruleOf(id);
  assert.ok(rule);
  const [header = ''] = rows;
  const fields = described?.fields ?? header.split(',').map(name => ({ name, type: 'any' }));
  const description = { name: 'data', resources: [{ name: 'data', path: 'data.csv', schema: { fields } }], ...(described?.ml && { ml: described.ml }) };
  const files = new Map([['data.csv', { bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) }]]);
  if (described) files.set('datapackage.json', { bytes: new TextEncoder().encode(JSON.stringify(description)) });
  return (await checkDataset(files, [rule], KERNELS.kernel)).filter(({ primary }) => primary.uri.endsWith('.csv'));
}

const severities = (findings: readonly Finding[]): readonly string[] => findings.map(({ severity }) => severity);
const column = (name: string, values: readonly (string | number)[]): readonly string[] => [`id,${name}`, ...values.map((value, i) => `${i},${value}`)];
const times = <T>(n: number, value: T): readonly T[] => Array.from({ length: n }, () => value);
/** Numbers between 0 and 1 without order, the same every time. */
const noise = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => (((i + 1) * 2_654_435_761) % 2 ** 32) / 2 ** 32);

test('imbalance weighs more once the target is declared, and nothing for a regression', async () => {
  const rows = (name: string) => column(name, [...times(200, 'ok'), 'fault']);
  assert.deepEqual(severities(await find('class-imbalance', rows('label'))), ['hint']);
  assert.deepEqual(severities(await find('class-imbalance', rows('状态'))), []);
  assert.deepEqual(severities(await find('class-imbalance', rows('状态'), { ml: { task: 'classification', target: '状态' } })), ['warning']);
  assert.deepEqual(severities(await find('class-imbalance', rows('label'), { ml: { target: 'id' } })), []);
  assert.deepEqual(severities(await find('class-imbalance', rows('label'), { ml: { task: 'regression', target: 'label' } })), []);
});

test('a constant column weighs more once a target is declared, and nothing where it is ignored', async () => {
  const rows = column('country', times(30, 'NO'));
  assert.deepEqual(severities(await find('constant-column', rows)), ['information']);
  assert.deepEqual(severities(await find('constant-column', rows, { ml: { target: 'id' } })), ['warning']);
  assert.deepEqual(severities(await find('constant-column', rows, { ml: { target: 'id', ignore: ['country'] } })), []);
  assert.deepEqual(severities(await find('constant-column', column('country', times(19, 'NO')))), []);
});

test('declared types and personal numbers are left to their own rules', async () => {
  const rows = column('size', [...times(30, 12), 'x']);
  assert.equal((await find('mixed-types', rows)).length, 1);
  assert.equal((await find('mixed-types', rows, { fields: [{ name: 'id', type: 'any' }, { name: 'size', type: 'integer' }] })).length, 0);
  assert.equal((await find('mixed-types', column('身份证号', [...times(30, '310104198907159993'), '11010519491231002X']))).length, 0);
});

test('tails of many shapes are no outliers, slips are', async () => {
  const shapes = {
    uniform: noise(500).map(x => 20 + 60 * x),
    normal: noise(500).map((x, i) => 100 + 15 * Math.sqrt(-2 * Math.log(1 - x)) * Math.cos(2 * Math.PI * (noise(1000)[i + 500] ?? 0))),
    exponential: noise(500).map(x => -Math.log(1 - x)),
    logNormal: noise(500).map((x, i) => Math.exp(Math.sqrt(-2 * Math.log(1 - x)) * Math.cos(2 * Math.PI * (noise(1000)[i + 500] ?? 0)))),
    counts: noise(500).map(x => Math.floor(-3 * Math.log(1 - x))),
    mostlyZero: noise(500).map(x => (x < 0.8 ? 0 : 100 * x)),
    years: noise(500).map(x => 1950 + Math.floor(70 * x)),
  };
  for (const [name, values] of Object.entries(shapes)) assert.deepEqual((await find('outlier', column('x', values))).map(({ facts }) => facts), [], name);
  assert.equal((await find('outlier', column('x', [...shapes.uniform, 800]))).length, 1);
  assert.equal((await find('outlier', column('x', [...shapes.normal, -900]))).length, 1);
  assert.equal((await find('outlier', column('x', [...shapes.years, 20190]))).length, 1);
});

test('every number that is reported lies outside, and every one outside is reported', async () => {
  const values = [...noise(300).map(x => Math.round(1000 * x)), 5000, -4500, 1999];
  const [found] = await find('outlier', column('x', values));
  assert.ok(found);
  const { low, high } = found.data ?? {};
  assert.equal(found.count, values.filter(value => value < Number(low?.of) || value > Number(high?.of)).length);
});

test('few answers repeat themselves, near keys do not', async () => {
  const short = ['sex,smoker', ...noise(100).map(x => `${x < 0.5 ? 'f' : 'm'},${x * 10 % 1 < 0.5 ? 'y' : 'n'}`)];
  assert.deepEqual(await find('duplicate-row', short), []);
  const texts = ['text,label', ...noise(100).map((x, i) => `text ${i},${x < 0.5}`)];
  assert.deepEqual(severities(await find('duplicate-row', [...texts, texts[5] ?? ''])), ['warning']);
  assert.deepEqual(await find('duplicate-row', ['word', 'a', 'b', 'a']), []);
});

test('a null token is safe to replace only where a description lists it', async () => {
  const rows = column('city', ['Oslo', 'NA', 'NA', '-', 'Bergen']);
  const safety = async (fields?: readonly object[]) => (await find('mixed-null-tokens', rows, fields && { fields })).map(({ fix }) => fix?.safety);
  assert.deepEqual(await safety(), ['unsafe']);
  assert.deepEqual(await safety([{ name: 'id', type: 'any' }, { name: 'city', type: 'string', missingValues: ['NA', '-'] }]), ['safe']);
});

test('personal data is silent once it is annotated or declared not to be personal', async () => {
  const rows = column('email', ['a@example.com', 'b@example.com', 'c@example.org', 'd@example.net']);
  const withPrivacy = async (privacy?: object) => severities(await find('unannotated-personal-data', rows, {
    fields: [{ name: 'id', type: 'any' }, { name: 'email', type: 'string', ...(privacy && { privacy }) }],
  }));
  assert.deepEqual(await withPrivacy(), ['error']);
  assert.deepEqual(await withPrivacy({ category: 'user.contact.email' }), []);
  assert.deepEqual(await withPrivacy({ notPersonal: { reason: 'invented', by: 'us' } }), []);
  assert.deepEqual(severities(await find('unannotated-personal-data', column('email', times(5, '')))), ['information']);
});

test('the fix for personal data is an annotation at its field', async () => {
  const fields = [{ name: 'id', type: 'any' }, { name: 'email', type: 'string' }];
  const [found] = await find('unannotated-personal-data', column('email', ['a@example.com', 'b@example.com', 'c@example.org', 'd@example.net']), { fields });
  assert.deepEqual(found?.fix?.change, {
    do: 'set-node', path: ['resources', 0, 'schema', 'fields', 1, 'privacy'], value: { category: 'user.contact.email', role: 'direct-identifier' },
  });
});
