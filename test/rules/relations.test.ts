import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRules } from '../../server/src/config/configuration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { allRules, ruleOf } from '../../server/src/engine/registry.ts';
import { activeRules } from '../../server/src/engine/judge.ts';
import { seeded } from '../../server/src/util/mix.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

interface Described {
  readonly ml?: object;
  readonly schema?: object;
  readonly others?: Readonly<Record<string, string>>;
}

/** What one rule finds in a table, with a description of it where one is given. */
async function find(id: string, rows: readonly string[], { ml, schema, others = {} }: Described = {}): Promise<readonly Finding[]> {
  const rule = ruleOf(id);
  assert.ok(rule);
  const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text) });
  const resources = [{ name: 'data', path: 'data.csv', ...(schema && { schema }) }, ...Object.keys(others).map(file => ({ name: file.replace('.csv', ''), path: file }))];
  const files = new Map([['data.csv', bytes(`${rows.join('\n')}\n`)], ...Object.entries(others).map(([file, text]) => [file, bytes(text)] as const)]);
  if (ml || schema) files.set('datapackage.json', bytes(JSON.stringify({ name: 'data', resources, ...(ml && { ml }) })));
  return (await checkDataset(files, [rule], KERNELS.kernel)).filter(({ primary }) => primary.uri.endsWith('data.csv'));
}

const table = (header: string, n: number, row: (i: number) => string): readonly string[] => [header, ...Array.from({ length: n }, (_, i) => row(i))];
const spotsOf = (findings: readonly Finding[]): readonly object[] => findings.flatMap(({ spots }) => spots.map(({ place }) => place));
const severities = (findings: readonly Finding[]): readonly string[] => findings.map(({ severity }) => severity);

test('heavy rules wait until they are asked for', () => {
  const heavy = allRules.filter(rule => rule.heavy);
  assert.ok(heavy.some(({ id }) => id === 'label-leakage'));
  const ids = (configuration: object, mode?: 'none' | 'all'): readonly string[] =>
    activeRules(heavy, readRules({ ...configuration }).configuration, mode).map(({ rule }) => rule.id);
  assert.deepEqual(ids({}), []);
  assert.deepEqual(ids({ 'label-leakage': 'on' }), ['label-leakage']);
  assert.deepEqual(ids({ 'label-leakage': 'on' }, 'none'), []);
  assert.deepEqual(ids({ 'label-leakage': 'off' }, 'all'), heavy.map(({ id }) => id).filter(id => id !== 'label-leakage'));
});

test('a column that is nearly a copy is information, one that agrees by chance is nothing', async () => {
  const random = seeded(1);
  const cities = ['Oslo', 'Bergen', 'Paris', 'Rome'];
  const city = Array.from({ length: 300 }, () => cities[Math.floor(random() * 4)] ?? '');
  const copy = (wrong: number) => table('city,town', 300, i => `${city[i]},${i % 100 >= 50 && i % 100 < 50 + wrong ? 'Berlin' : city[i]}`);
  assert.deepEqual(severities(await find('duplicate-column', copy(0))), ['warning']);
  assert.deepEqual(severities(await find('duplicate-column', copy(3))), ['information']);
  assert.deepEqual(severities(await find('duplicate-column', copy(12))), []);
  assert.deepEqual(await find('duplicate-column', table('a,b', 300, i => `${i % 150 === 3 ? 1 : 0},${i % 150 === 4 ? 1 : 0}`)), []);
  assert.deepEqual(await find('duplicate-column', table('a,b', 300, () => 'x,x')), []);
});

test('the few that repeat an identifier are found at their cells, in small tables and in big ones', async () => {
  const rows = [...table('id,x', 500, i => `${i},${i % 7}`), '17,1', '18,1'];
  assert.deepEqual(spotsOf(await find('repeated-identifier', rows)), [{ at: 'cell', row: 500, column: 0 }, { at: 'cell', row: 501, column: 0 }]);
  assert.deepEqual(await find('repeated-identifier', table('id,x', 500, i => `${i % 250},1`)), []);
  assert.deepEqual(await find('repeated-identifier', table('price,x', 500, i => `${i % 499},1`)), []);
  assert.deepEqual(await find('repeated-identifier', table('zip,user_id', 500, i => `1,${i % 499}`)), []);
});

test('contradictions are found at their cells; what is often the other way round is none', async () => {
  const spans = (wrong: readonly number[]) => table('tempMin,tempMax', 400, i => (wrong.includes(i) ? '21.5,3.5' : `${i % 10},${(i % 10) + 8}`));
  assert.deepEqual(spotsOf(await find('contradicting-columns', spans([7, 300]))), [{ at: 'cell', row: 7, column: 1 }, { at: 'cell', row: 300, column: 1 }]);
  assert.deepEqual(await find('contradicting-columns', spans([])), []);
  assert.deepEqual(await find('contradicting-columns', spans(Array.from({ length: 30 }, (_, i) => i))), []);
  const dates = table('开始日期,结束日期', 100, i => (i === 50 ? '2024-05-01,2024-04-30' : `2024-05-01,2024-05-${10 + (i % 9)}`));
  assert.deepEqual(spotsOf(await find('contradicting-columns', dates)), [{ at: 'cell', row: 50, column: 1 }]);
  const sums = table('food,rent,other,total_cost', 200, i => `${i}.25,${i * 2}.5,1,${(i === 99 ? 5 : 0) + i + i * 2 + 1.75}`);
  assert.deepEqual(spotsOf(await find('contradicting-columns', sums)), [{ at: 'cell', row: 99, column: 3 }]);
});

test('conflicting labels weigh by what is known of the target', async () => {
  const rows = [...table('id,text,label', 200, i => `${i},text ${i},${i % 2 === 0 ? 'yes' : 'no'}`), '200,text 4,no', '201,text 5,no'];
  const found = await find('conflicting-labels', rows);
  assert.deepEqual([severities(found), spotsOf(found)], [['hint'], [{ at: 'cell', row: 200, column: 2 }]]);
  assert.deepEqual(severities(await find('conflicting-labels', rows, { ml: { target: 'label' } })), ['warning']);
  assert.deepEqual(await find('conflicting-labels', rows, { ml: { target: 'label', task: 'regression' } }), []);
  assert.deepEqual(await find('conflicting-labels', rows, { ml: { target: 'label', ignore: ['text'] } }), [], 'nothing is left to be equal');
});

const random = seeded(9);
const noise = Array.from({ length: 1200 }, () => random());
const ill = (i: number): boolean => (noise[i] ?? 0) < 0.4;

test('a feature that knows the target is leakage, a good feature is not', async () => {
  const rows = table('age,good,leak,after,ill', 400, i => {
    const yes = ill(i);
    const good = (noise[i + 400] ?? 0) < 0.75 ? yes : !yes;
    return `${20 + Math.floor(60 * (noise[i + 800] ?? 0))},${good ? 'a' : 'b'},${(yes ? 5 : 1) + (noise[i + 400] ?? 0)},${yes ? 'clinic' : 'home'},${yes}`;
  });
  const found = await find('label-leakage', rows, { ml: { target: 'ill', task: 'classification' } });
  assert.deepEqual(found.map(({ primary, severity }) => [primary.place, severity]), [[{ at: 'header', column: 2 }, 'warning'], [{ at: 'header', column: 3 }, 'warning']]);
  assert.deepEqual(await find('label-leakage', rows, { ml: { target: 'ill', ignore: ['leak', 'after'] } }), []);
  const prices = table('area,net,price', 400, i => `${noise[i]},${Math.round(1e5 * (noise[i + 400] ?? 0))},${Math.round(1.25e5 * (noise[i + 400] ?? 0))}`);
  assert.equal((await find('label-leakage', prices, { ml: { target: 'price', task: 'regression' } })).length, 1);
});

test('a row number tells the target only of a sorted file', async () => {
  const rows = (sorted: boolean) => table('id,x,label', 300, i => `${i},${noise[i]},${(sorted ? i < 130 : ill(i)) ? 'a' : 'b'}`);
  assert.deepEqual(severities(await find('identifier-predicts-target', rows(true))), ['hint']);
  assert.deepEqual(severities(await find('identifier-predicts-target', rows(true), { ml: { target: 'label' } })), ['warning']);
  assert.deepEqual(await find('identifier-predicts-target', rows(true), { ml: { target: 'label', ignore: ['id'] } }), []);
  assert.deepEqual(await find('identifier-predicts-target', rows(false), { ml: { target: 'label' } }), []);
});

test('gaps that follow the target are reported, gaps by chance are not', async () => {
  const rows = (follows: boolean) => table('marker,x,label', 300, i => `${(follows ? ill(i) : (noise[i + 300] ?? 0) < 0.4) ? '' : i},1,${ill(i) ? 'a' : 'b'}`);
  assert.equal((await find('missingness-tells-target', rows(true))).length, 1);
  assert.deepEqual(await find('missingness-tells-target', rows(false)), []);
  const quantity = table('marker,price', 300, i => `${ill(i) ? '' : i},${(ill(i) ? 1000 : 0) + 100 * (noise[i + 300] ?? 0)}`);
  assert.equal((await find('missingness-tells-target', quantity, { ml: { target: 'price', task: 'regression' } })).length, 1);
});

test('correlated features are each reported once, with the closest', async () => {
  const rows = table('a,b,c,d,y', 300, i => `${noise[i]},${2 * (noise[i] ?? 0) + 1e-3 * (noise[i + 300] ?? 0)},${-(noise[i] ?? 0)},${noise[i + 600]},${ill(i)}`);
  const found = await find('correlated-columns', rows, { ml: { target: 'y' } });
  assert.deepEqual(found.map(({ primary, related }) => [primary.place, related[0]?.spot.place]), [
    [{ at: 'header', column: 1 }, { at: 'header', column: 0 }], [{ at: 'header', column: 2 }, { at: 'header', column: 0 }],
  ]);
  assert.deepEqual(await find('correlated-columns', rows), []);
});

test('references over several columns are compared together; gaps and unreadable tables are left alone', async () => {
  const schema = (resource: string) => ({
    fields: [{ name: 'n' }, { name: 'country' }, { name: 'city' }],
    foreignKeys: [{ fields: ['country', 'city'], reference: { resource, fields: ['land', 'town'] } }],
  });
  const others = { 'places.csv': 'town,land\nOslo,NO\nParis,FR\n' };
  const rows = ['n,country,city', '1,NO,Oslo', '2,FR,Oslo', '3,,Oslo', '4,FR,Paris'];
  const found = await find('unresolved-reference', rows, { schema: schema('places'), others });
  assert.deepEqual(spotsOf(found), [{ at: 'cell', row: 1, column: 1 }]);
  assert.deepEqual(await find('unresolved-reference', rows, { schema: schema('nowhere'), others }), []);
});

test('what repeats points at where it stood first', async () => {
  const related = async (id: string, rows: readonly string[], described?: Described) =>
    (await find(id, rows, described)).flatMap(one => one.related.map(({ spot }) => spot.place));
  assert.deepEqual(await related('duplicate-row', ['id,name', '1,Ada', '2,Alan', '3,Grace', '2,Alan', '1,Ada']), [{ at: 'row', row: 1 }, { at: 'row', row: 0 }]);
  assert.deepEqual(await related('repeated-identifier', [...table('id,x', 200, i => `${i},1`), '17,1']), [{ at: 'row', row: 17 }]);
  const labelled = [...table('id,text,label', 100, i => `${i},text ${i},${i % 2 === 0 ? 'yes' : 'no'}`), '200,text 4,no'];
  assert.deepEqual(await related('conflicting-labels', labelled), [{ at: 'row', row: 4 }]);
});

const TOWNS = [['10115', 'Berlin', 'BE'], ['20095', 'Hamburg', 'HH'], ['50667', 'Cologne', 'NW'], ['40210', 'Bonn', 'NW'], ['60311', 'Frankfurt', 'HE'], ['80331', 'Munich', 'BY']];
const towns = (change: (row: string[], i: number) => void): readonly string[] => table('id,zip,city,state', 240, i => {
  const row = [String(i), ...(TOWNS[i % TOWNS.length] ?? [])];
  change(row, i);
  return row.join(',');
});

test('where columns fix each other the one cell is named that is at odds with the others', async () => {
  const planted: readonly (readonly [row: number, column: number, text: string])[] = [[17, 2, 'Berlin'], [50, 2, 'Colonge'], [90, 3, 'BY'], [121, 2, 'Munich']];
  const found = await find('broken-dependency', towns((row, i) => {
    for (const [at, column, text] of planted) if (at === i) row[column] = text;
  }));
  assert.deepEqual(spotsOf(found), planted.filter(([, column]) => column === 2).concat(planted.filter(([, column]) => column === 3))
    .map(([row, column]) => ({ at: 'cell', row, column })));
  assert.deepEqual([...new Set(severities(found))], ['information']);
});

test('a value that several rows of a group share is a choice, and what has no exception is none', async () => {
  assert.deepEqual(await find('broken-dependency', towns(() => undefined)), []);
  assert.deepEqual(await find('broken-dependency', towns((row, i) => { if (i % 6 === 0 && i > 200) row[2] = 'Potsdam'; })), []);
});

test('a letter, a digit and a sign in the wrong place: what one column cannot tell, another does', async () => {
  const codes = [['AMI-1', 'Aspirin'], ['AMI-2', 'Beta blocker'], ['HF-1', 'Instructions'], ['PN-2', 'Vaccination'], ['PN-6', 'Antibiotic'], ['SC-3', 'Prophylaxis']];
  const rows = table('id,code,measure', 300, i => {
    const [code = '', measure = ''] = codes[i % codes.length] ?? [];
    return [i, i === 40 ? 'AxI-1' : code, i === 44 ? 'Instrucxions' : measure].join(',');
  });
  assert.deepEqual(spotsOf(await find('broken-dependency', rows)), [{ at: 'cell', row: 40, column: 1 }, { at: 'cell', row: 44, column: 2 }]);
});
