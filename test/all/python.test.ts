// Python projects run: install, their own tests, a training on real data that beats the baseline, predictions. Every two answers together, in one environment.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { check, complete, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts, LoadedTemplate } from '../../server/src/scaffold/main.ts';
import { pairwise } from '../templates/support/combinations.ts';
import { exampleFacts } from '../templates/support/describe.ts';
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

/** Runs a module in a project, in a Chinese locale of another encoding than UTF-8; rejects with all it printed. */
function run(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...process.env, LC_ALL: 'zh_CN.GBK', PYTHONUTF8: '0', PYTHONIOENCODING: 'gbk', OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
    const child = spawn(python, ['-W', 'error::DeprecationWarning', '-m', ...args], { cwd: folder, env });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString('latin1')));
    child.stderr.on('data', (chunk: Buffer) => void (printed += chunk.toString('latin1')));
    child.on('error', fail);
    child.on('exit', code => (code === 0 ? done(printed) : fail(new Error(`python -m ${args.join(' ')} ended with ${code}\n${printed.slice(-3000)}`))));
  });
}

interface Case {
  readonly dataset: string;
  readonly fixed: Answers;
  /** Whether a report of a training is better than chance; linear models and little data are given some room. */
  isGood(report: { readonly test: Record<string, number>; readonly baseline: Record<string, number> }): boolean;
}

const CASES: readonly Case[] = [
  {
    dataset: 'penguins', fixed: { target: 'Species', task: 'classification', split: 'stratified', protected: ['Sex'] },
    isGood: ({ test: found, baseline }) => Number(found['accuracy']) >= 0.9 && Number(baseline['accuracy']) < 0.6,
  },
  {
    dataset: 'seattle-weather', fixed: { target: 'temp_max', task: 'regression', time: 'date', group: 'weather', features: ['temp_min', 'precipitation', 'wind'], protected: ['weather'] },
    isGood: ({ test: found, baseline }) => Number(found['rmse']) < 0.9 * Number(baseline['rmse']),
  },
];

const refusal = prepare();

for (const loaded of await pythonTemplates()) {
  const { id } = loaded.template;
  test(`${id}: every two answers together run on real data`, { skip: refusal ?? false, concurrency: 2 }, async t => {
    const runs = CASES.flatMap(one => {
      const facts = exampleFacts(`examples/${one.dataset}/datapackage.json`, '/project');
      const isPossible = (answers: Answers): boolean => check(loaded.template, facts, complete(loaded.template, facts, answers)).length === 0;
      return pairwise(loaded.template.questions, one.fixed, isPossible).map(answers => ({ one, answers }));
    });
    assert.ok(runs.length >= 20, `only ${runs.length} sets of answers`);
    await Promise.all(runs.map(({ one, answers }) => t.test(`${one.dataset} ${JSON.stringify(answers)}`, () => works(one, loaded, answers))));
  });
}

async function works({ dataset, isGood }: Case, loaded: LoadedTemplate, answers: Answers): Promise<void> {
  const folder = temporaryFolder('项目 "a"');
  const facts: DatasetFacts = exampleFacts(`examples/${dataset}/datapackage.json`, folder);
  writeFiles(folder, must(render(loaded, facts, answers)));
  assert.match(await run(folder, 'pytest', '-q'), /\d+ passed/);
  await run(folder, 'training.train');
  const report = JSON.parse(readFileSync(join(folder, 'model/report.json'), 'utf8'));
  assert.ok(isGood(report), JSON.stringify({ test: report.test, baseline: report.baseline }));
  const predictions = await run(folder, 'training.predict', facts.data);
  assert.equal(predictions.trim().split(/\r?\n/).length, readFileSync(`examples/${dataset}/${dataset}.csv`, 'utf8').trim().split('\n').length - 1);
  await run(folder, 'training.drift', facts.data);
}
