import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { FieldType } from '../../server/src/core/description.ts';
import { dataPath, factsOf, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts } from '../../server/src/scaffold/main.ts';
import { columns, exampleFacts } from './support/describe.ts';
import { linkDependencies, must, npm, template, temporaryFolder, tree, writeFiles } from './support/project.ts';

const loaded = await template('tabular-tfjs');

/** A project made from facts, with our dependencies, ready to run. */
function project(folder: string, facts: DatasetFacts, answers: Answers = {}): void {
  writeFiles(folder, must(render(loaded, facts, answers)));
  linkDependencies(folder);
}

/** Changes settings as a person would, in `config.json`. */
function set(folder: string, settings: object): void {
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...settings }));
}

function report(folder: string): { metrics: Record<string, number>; baseline: Record<string, number> } {
  return JSON.parse(readFileSync(join(folder, 'model/report.json'), 'utf8'));
}

/** Columns that want to break generated code, and values that go with them. */
const ODD: Readonly<Record<string, FieldType>> = Object.fromEntries<FieldType>([
  ['年龄', 'number'], ['收入（元）', 'number'], ['it\'s "quoted"', 'number'], ['class', 'string'], ['a b', 'number'], ['a-b', 'number'],
  ['${x}`', 'string'], ['*/ // |', 'string'], ['two\nlines', 'string'], ['{{name}}', 'number'], ['\\', 'number'],
  ['constructor', 'string'], ['标签', 'string'],
]);

test('generated projects run', { concurrency: 2 }, async t => {
  await Promise.all([
    t.test('classification: penguins, by chance', () => trainsPenguins()),
    t.test('regression: life expectancy, by country', () => trainsGapminder()),
    t.test('time: weather, with ordinal encoding', () => trainsWeather()),
    t.test('odd names: of the project, its folder, its data and its columns', () => trainsOddNames()),
  ]);
});

async function trainsPenguins(): Promise<void> {
  const folder = temporaryFolder('penguins');
  const facts = exampleFacts('examples/penguins/datapackage.json', folder);
  project(folder, facts);
  assert.match(await npm(folder, 'test'), /# fail 0/);
  await npm(folder, 'run', 'train');
  const { metrics, baseline } = report(folder);
  assert.ok(Number(metrics['accuracy']) >= 0.9 && Number(metrics['macroF1']) >= 0.9, JSON.stringify(metrics));
  assert.ok(Number(baseline['accuracy']) < 0.5, JSON.stringify(baseline));
  const weights = readFileSync(join(folder, 'model/weights.bin'));
  execFileSync(process.execPath, ['out/src/main.js'], { cwd: folder });
  assert.ok(weights.equals(readFileSync(join(folder, 'model/weights.bin'))), 'the same seed gave other weights');
  const predicted = await npm(folder, 'run', '--silent', 'predict', '--', facts.data);
  assert.match(predicted.trim().split('\n').at(-1) ?? '', /^344,Gentoo,[01]/);
}

async function trainsGapminder(): Promise<void> {
  const folder = temporaryFolder('gapminder');
  project(folder, exampleFacts('examples/gapminder/datapackage.json', folder));
  assert.match(await npm(folder, 'test'), /# fail 0/);
  await npm(folder, 'run', 'train');
  const { metrics, baseline } = report(folder);
  assert.ok(Number(metrics['rmse']) < 0.75 * Number(baseline['rmse']), JSON.stringify({ metrics, baseline }));
}

async function trainsWeather(): Promise<void> {
  const folder = temporaryFolder('weather');
  project(folder, exampleFacts('examples/seattle-weather/datapackage.json', folder), { encoding: 'ordinal', dropDuplicates: false });
  set(folder, { maxEpochs: 25 });
  assert.match(await npm(folder, 'test'), /# fail 0/);
  await npm(folder, 'run', 'train');
  const { metrics, baseline } = report(folder);
  assert.ok(Number(metrics['accuracy']) > Number(baseline['accuracy']) + 0.1, JSON.stringify({ metrics, baseline }));
}

async function trainsOddNames(): Promise<void> {
  const folder = temporaryFolder(process.platform === 'win32' ? 'it\'s 项目 #1 %20' : 'it\'s "a" 项目 #1 %20');
  mkdirSync(join(folder, '..', '数 据'));
  const file = join(folder, '..', '数 据', 'a;b #2.csv');
  writeFileSync(file, oddTable(), 'utf16le');
  const description = columns(ODD, { name: 'Müller\'s "data" $HOME `x` 年' });
  const data = dataPath(pathToFileURL(folder).href, pathToFileURL(file).href);
  project(folder, { ...factsOf(description, data), delimiter: ';', encoding: 'utf-16le', missing: ['', '无'] });
  set(folder, { maxEpochs: 25 });
  await npm(folder, 'run', 'train');
  const { metrics, baseline } = report(folder);
  assert.ok(Number(metrics['accuracy']) > Number(baseline['accuracy']) + 0.2, JSON.stringify({ metrics, baseline }));
}

/** 200 rows in which the last column follows from the first; some cells are missing, some numbers full-width. */
function oddTable(): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 200 }, (_, i) => Object.entries(ODD).map(([name, type], column) => {
    if (name === '标签') return i % 10 < 5 ? '是"' : '否';
    if ((i * 7 + column) % 41 === 0) return '无';
    if (type !== 'number') return ['红', '绿;', '蓝\n'][(i + column) % 3] ?? '';
    return i % 50 === 3 && column > 0 ? '１２' : String(column === 0 ? i % 10 : (i * 13 + column) % 17);
  }));
  return [Object.keys(ODD), ...rows].map(row => `${row.map(quoted).join(';')}\n`).join('');
}

test('every combination of answers that changes a file compiles without a complaint', () => {
  const parent = temporaryFolder('combinations');
  linkDependencies(parent);
  writeFileSync(join(parent, 'package.json'), '{ "type": "module" }');
  const roots = combinations().flatMap(({ facts, answers }, i) => {
    const files = must(render(loaded, facts, answers));
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(files.get('README.md') ?? '') ?? [];
    const folder = join(parent, `p${i}`);
    writeFiles(folder, new Map([...files, ['src/fromTheManual.ts', example]]));
    return tree(folder).filter(path => path.endsWith('.ts')).map(path => join(folder, path));
  });
  const { config } = ts.readConfigFile(join(parent, 'p0/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(parent, 'p0'));
  const program = ts.createProgram(roots, { ...options, noEmit: true, incremental: false, rootDir: parent });
  const complaints = ts.getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  assert.deepEqual(complaints, []);
});

/** Task, split and encoding in full; what the columns hold, and what happens to repeated rows, in turn. */
function combinations(): { facts: DatasetFacts; answers: Answers }[] {
  const tables: Readonly<Record<string, FieldType>>[] = [
    { a: 'number', b: 'string' }, { a: 'number', b: 'integer' }, { a: 'string', b: 'boolean' }, { a: 'string' }, ODD,
    Object.fromEntries(Array.from({ length: 300 }, (_, i): [string, FieldType] => [`column ${i}`, i % 2 === 0 ? 'number' : 'string'])),
  ];
  const splits = { classification: ['stratified', 'group', 'time'], regression: ['random', 'group', 'time'] };
  const answers = Object.entries(splits)
    .flatMap(([task, names]) => names.flatMap(split => ['one-hot', 'ordinal'].map(encoding => ({ task, split, encoding }))));
  return answers.map((given, i) => {
    const table = tables[i % tables.length] ?? {};
    const ml = { target: 'y', group: 'who', time: 'when', node: [] };
    const facts = factsOf(columns({ ...table, who: 'string', when: 'date', y: 'number' }, { ml }), '../made.csv');
    return { facts, answers: { ...given, features: Object.keys(table), dropDuplicates: i % 2 === 0 } };
  });
}
