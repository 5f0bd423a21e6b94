// Python projects run: install, their own tests, a training on real data that beats the baseline, predictions. Every two answers together, in one environment.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { check, complete, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts, LoadedTemplate, Suit } from '../../server/src/scaffold/main.ts';
import { answersTo, eachOnce, pairwise } from '../templates/support/combinations.ts';
import { exampleFacts } from '../templates/support/describe.ts';
import { chatFacts, digitsAsPictures, manualsAsChats, manualsAsTable, pictureFacts, randomWeights, textFacts, tinyModel } from '../templates/support/realData.ts';
import { must, pythonTemplates, temporaryFolder, writeFiles } from '../templates/support/project.ts';

const LOCK = 'test/python/requirements.txt';
const HOME = '.cache/python';
const python = resolve(HOME, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** The one environment of all templates, made anew when the lock file changes; why there is none, otherwise. */
function prepare(): string | undefined {
  const stamp = join(HOME, 'requirements.txt');
  const wanted = readFileSync(LOCK, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  mkdirSync(HOME, { recursive: true });
  const made = spawnSync(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', '--clear', HOME], { encoding: 'utf8' });
  if (made.status !== 0) return `no Python environment: ${made.stderr || String(made.error)}`;
  const installed = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', LOCK], { encoding: 'utf8' });
  if (installed.status !== 0) return `the packages of ${LOCK} cannot be installed: ${installed.stderr.slice(-400)}`;
  writeFileSync(stamp, wanted);
  return undefined;
}

/** Runs a module; what is deprecated is an error, but in Keras, which calls NumPy in an old way and is not ours. Python's own -W takes no part of a module's name. */
const STRICTLY = [
  'import runpy, sys, warnings', 'warnings.filterwarnings("error", category=DeprecationWarning)', 'warnings.filterwarnings("ignore", category=DeprecationWarning, module="keras")',
  'runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)',
].join('\n');

/** Runs a module in a project, in a Chinese locale of another encoding than UTF-8; rejects with all it printed. */
function run(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...offline(), LC_ALL: 'zh_CN.GBK', PYTHONUTF8: '0', PYTHONIOENCODING: 'gbk', OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
    const child = spawn(python, ['-c', STRICTLY, ...args], { cwd: folder, env });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString('latin1')));
    child.stderr.on('data', (chunk: Buffer) => void (printed += chunk.toString('latin1')));
    child.on('error', fail);
    child.on('exit', code => (code === 0 ? done(printed) : fail(new Error(`python -m ${args.join(' ')} ended with ${code}\n${printed.slice(-3000)}`))));
  });
}

interface Case {
  readonly dataset: string;
  readonly suits: Suit;
  readonly fixed: Answers;
  /** Whether a report of a training is better than chance; linear models and little data are given some room. */
  isGood(report: { readonly test: Record<string, number>; readonly baseline: Record<string, number> }, answers: Answers): boolean;
}

const CASES: readonly Case[] = [
  {
    dataset: 'penguins', suits: 'table', fixed: { target: 'Species', task: 'classification', split: 'stratified', protected: ['Sex'] },
    isGood: ({ test: found, baseline }) => Number(found['accuracy']) >= 0.9 && Number(baseline['accuracy']) < 0.6,
  },
  {
    dataset: 'seattle-weather', suits: 'table', fixed: { target: 'temp_max', task: 'regression', time: 'date', group: 'weather', features: ['temp_min', 'precipitation', 'wind'], protected: ['weather'] },
    isGood: ({ test: found, baseline }) => Number(found['rmse']) < 0.9 * Number(baseline['rmse']),
  },
  // A Transformer has too little to learn from here to be much better than chance; word vectors get 0.8.
  { dataset: 'manuals', suits: 'text', fixed: { target: 'family', split: 'stratified', fairness: false }, isGood: isBetterBy(0.1) },
  { dataset: '手册', suits: 'text', fixed: { target: '类别', split: 'stratified', fairness: false, search: 'none' }, isGood: isBetterBy(0.1) },
  {
    dataset: 'seattle-weather', suits: 'series', fixed: { target: 'temp_max', steps: 7 },
    isGood: ({ test: found, baseline }) => Number(found['rmse']) < Number(baseline['rmse']),
  },
  {
    dataset: 'questions', suits: 'conversations', fixed: { length: 200 },
    isGood: ({ test: found, baseline }) => Number(found['perplexity']) < 0.7 * Number(baseline['perplexity']),
  },
  // The weights of a trained network cannot be had here: on random ones only the way is tried, not the score.
  { dataset: 'digits', suits: 'images', fixed: { size: 32, flip: false }, isGood: (report, answers) => answers['model'] === 'transfer' || isBetterBy(0.1)(report, answers) },
];

/** Whether the accuracy is so much above that of the most frequent class. */
function isBetterBy(least: number): Case['isGood'] {
  return ({ test: found, baseline }) => Number(found['accuracy']) >= Number(baseline['accuracy']) + least;
}

/** The facts of a dataset for a project in a folder. */
function factsOf(dataset: string, folder: string): DatasetFacts {
  const texts = { manuals: ['README.md', 'text', 'family', 'spaced'], 手册: ['README.zh-cn.md', '内容', '类别', 'blankless'] } as const;
  if (dataset === 'manuals' || dataset === '手册') {
    const [file, text, label, prose] = texts[dataset];
    return textFacts(manualsAsTable(file, text, label), { dataset, text, label, prose }, folder);
  }
  if (dataset === 'questions') return chatFacts(manualsAsChats(), folder);
  return dataset === 'digits' ? pictureFacts(digitsAsPictures(python), folder) : exampleFacts(`examples/${dataset}/datapackage.json`, folder);
}

const refusal = prepare();

for (const loaded of await pythonTemplates()) {
  const { id } = loaded.template;
  // A network shares all but the network itself with the project for scikit-learn, and takes its time.
  const isNetwork = loaded.files.has('training/network.py.tmpl');
  const title = isNetwork ? 'every answer once' : 'every two answers together';
  test(`${id}: ${title}, run on real data`, { skip: refusal ?? false, concurrency: 2, timeout: 7_200_000 }, async t => {
    const runs = CASES.filter(({ suits }) => suits === loaded.template.suits).flatMap(one => {
      const facts = factsOf(one.dataset, '/project');
      const { template: { questions } } = loaded;
      const isPossible = (answers: Answers): boolean => check(loaded.template, facts, complete(loaded.template, facts, answers)).length === 0;
      const sets = pairwise(questions, answersTo(questions, one.fixed), isPossible);
      return (isNetwork ? eachOnce(sets) : sets).map(answers => ({ one, answers }));
    });
    assert.ok(runs.length > 0, `only ${runs.length} sets of answers`);
    await Promise.all(runs.map(({ one, answers }) => t.test(`${one.dataset} ${JSON.stringify(answers)}`, () => works(one, loaded, answers))));
  });
}

async function works(one: Case, loaded: LoadedTemplate, answers: Answers): Promise<void> {
  const folder = temporaryFolder('项目 "a"');
  const facts = factsOf(one.dataset, folder);
  writeFiles(folder, must(render(loaded, facts, answers)));
  hurry(folder);
  assert.match(await run(folder, 'pytest', '-q'), /\d+ passed/);
  if (existsSync(join(folder, 'preparation'))) return preparesData(folder, facts, loaded, answers);
  await run(folder, 'training.train');
  const report = JSON.parse(readFileSync(join(folder, 'model/report.json'), 'utf8'));
  assert.ok(one.isGood(report, answers), JSON.stringify({ test: report.test, baseline: report.baseline }));
  if (facts.content === 'conversations') return answersAQuestion(folder);
  const predictions = await run(folder, 'training.predict', facts.data);
  assert.equal(predictions.trim().split(/\r?\n/).length, rowsOf(facts, folder));
  await run(folder, 'training.drift', facts.data);
  if (answers['serve'] === true) await servesARequest(folder, facts);
}

/** The model is asked something, and made one with its adapters. */
async function answersAQuestion(folder: string): Promise<void> {
  assert.ok((await run(folder, 'training.chat', 'What?', '--tokens', '5')).length > 0);
  await run(folder, 'training.merge');
  assert.ok(existsSync(join(folder, 'model/merged/model.safetensors')));
}

/** One row is predicted over HTTP, and one that breaks a promise is refused. */
async function servesARequest(folder: string, facts: DatasetFacts): Promise<void> {
  const child = spawn(python, ['-m', 'uvicorn', '--factory', 'service.app:create_app', '--port', '0'], { cwd: folder, env: offline() });
  try {
    const address = await new Promise<string>((done, fail) => {
      let printed = '';
      child.stderr.on('data', (chunk: Buffer) => {
        printed += chunk.toString('latin1');
        const found = /running on (http:\S+)/.exec(printed)?.[1];
        if (found !== undefined) done(found);
      });
      child.on('exit', () => fail(new Error(printed)));
    });
    const ask = (request: object): Promise<Response> =>
      fetch(`${address}/predict`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
    const asked = requestTo(folder, facts);
    const answered = await ask(asked);
    assert.equal(answered.status, 200);
    assert.equal(Object(await answered.json()).predictions.length, 1);
    assert.equal((await ask({ ...asked, 'no such thing': 1 })).status, 422);
  } finally {
    child.removeAllListeners('exit');
    child.kill();
  }
}

/** One row, or one picture. */
function requestTo(folder: string, { data, content }: DatasetFacts): object {
  if (content === 'images') {
    const [picture = ''] = readdirSync(resolve(folder, data), { recursive: true }).map(String).filter(name => name.endsWith('.png'));
    return { pictures: [readFileSync(resolve(folder, data, picture)).toString('base64')] };
  }
  const columns: readonly Served[] = JSON.parse(readFileSync(join(folder, 'service/columns.json'), 'utf8'));
  return { rows: [Object.fromEntries(columns.map(({ name, kind, minimum, choices }) => [name, kind === 'number' ? minimum ?? 1 : choices?.[0] ?? 'a']))] };
}

/** Weights drawn at random stand in for those that a project would fetch. */
const offline = (): NodeJS.ProcessEnv => ({ ...process.env, WEIGHTS: randomWeights(python) });

interface Served { readonly name: string; readonly kind: string; readonly minimum?: number; readonly choices?: readonly string[] }

/** Fewer candidates and epochs than a person would take: every setting of a network is learned many times over. */
function hurry(folder: string): void {
  const file = join(folder, 'config.json');
  const { network, candidates, ...config } = JSON.parse(readFileSync(file, 'utf8'));
  if (config.rank !== undefined) writeFileSync(file, JSON.stringify({ ...config, model: tinyModel(python), learningRate: 0.02, batch: 8, accumulate: 1, epochs: 10, patience: 4 }));
  if (network === undefined) return;
  const fewer = { ...config, ...(candidates !== undefined && { candidates: 3 }), folds: 3, network: { ...network, epochs: Math.min(network.epochs, 40) } };
  writeFileSync(file, JSON.stringify(fewer));
}

/** Both engines give the same parts, to 1e-9, and new data is prepared alike. */
async function preparesData(folder: string, facts: DatasetFacts, loaded: LoadedTemplate, answers: Answers): Promise<void> {
  process.env['PSEUDONYM_KEY'] ??= 'a key for tests only';
  await run(folder, 'preparation.prepare');
  const other = temporaryFolder('other');
  const engine = answers['engine'] === 'polars' ? 'pandas' : 'polars';
  writeFiles(other, must(render(loaded, { ...facts, data: resolve(folder, facts.data) }, { ...answers, data: resolve(folder, facts.data), engine })));
  await run(other, 'preparation.prepare');
  for (const part of ['training', 'test']) isEqual(partOf(folder, part), partOf(other, part));
  await run(folder, 'preparation.apply', facts.data, 'new.csv');
  const [header = [], ...rows] = cellsOf(readFileSync(join(folder, 'new.csv'), 'utf8'));
  assert.deepEqual(header, partOf(folder, 'test')[0]?.slice(0, -1));
  assert.ok(rows.length > 0 && rows.every(row => row.length === header.length));
  await run(folder, 'preparation.drift', facts.data);
}

const partOf = (folder: string, part: string): readonly (readonly string[])[] =>
  cellsOf(readFileSync(join(folder, 'output', readFileSync(join(folder, 'output/latest'), 'utf8').trim(), `${part}.csv`), 'utf8'));

/** The outputs have no quoted cells: their columns are numbers, their targets words or numbers. */
const cellsOf = (text: string): readonly (readonly string[])[] => text.trim().split('\n').map(line => line.split(','));

function isEqual(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): void {
  assert.deepEqual([a.length, a[0]], [b.length, b[0]]);
  for (const [i, row] of a.entries()) {
    for (const [j, cell] of row.entries()) {
      const there = b[i]?.[j] ?? '';
      assert.ok(cell === there || Math.abs(Number(cell) - Number(there)) <= 1e-9 * Math.max(1, Math.abs(Number(cell))), `row ${i}, ${a[0]?.[j]}: ${cell} and ${there}`);
    }
  }
}

function rowsOf({ data, content }: DatasetFacts, folder: string): number {
  const path = resolve(folder, data);
  return content === 'images' ? readdirSync(path, { recursive: true }).filter(name => String(name).endsWith('.png')).length : readFileSync(path, 'utf8').trim().split('\n').length - 1;
}
