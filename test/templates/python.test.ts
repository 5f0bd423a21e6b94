// Python projects, without Python: formatted and linted as they say themselves, whatever was answered. That they run is for `npm run test:all`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type Diagnostic, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { check, complete, factsOf, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts } from '../../server/src/scaffold/main.ts';
import { answersTo, pairwise } from './support/combinations.ts';
import { TRIED } from './support/datasets.ts';
import { columns } from './support/describe.ts';
import { must, pythonTemplates } from './support/project.ts';

const workspace = new Workspace({ 'line-length': 100, 'target-version': 'py311', lint: { select: ['B', 'E', 'F', 'I', 'UP'], isort: { 'known-first-party': ['preparation', 'service', 'training'] } } }, PositionEncoding.Utf16);

const ODD: DatasetFacts = {
  ...factsOf(columns({ '年龄': 'number', 'it\'s "quoted"': 'number', 'say "so"': 'string', class: 'string', 'a b': 'number', '{{name}}': 'number', 'two\nlines': 'string', '\\': 'number', '标签': 'string', __init__: 'string' }), '../数据.csv'),
  target: '标签',
};

const ODD_CASE = { facts: ODD, fixed: { name: 'an "odd" name, 年', target: '标签', task: 'classification', group: '__init__', time: '__init__', protected: ['class'] } };

for (const loaded of await pythonTemplates()) {
  const { id } = loaded.template;
  test(`${id}: code is formatted and has no lint, for every two answers together`, async () => {
    let sets = 0;
    const { suits = 'table' } = loaded.template;
    for (const { facts, fixed } of suits === 'table' ? [...TRIED.table, ODD_CASE] : TRIED[suits]) {
      const isPossible = (answers: Answers): boolean => check(loaded.template, facts, complete(loaded.template, facts, answers)).length === 0;
      for (const answers of pairwise(loaded.template.questions, answersTo(loaded.template.questions, fixed), isPossible)) {
        sets++;
        for (const [path, text] of must(render(loaded, facts, answers))) if (path.endsWith('.py')) tidy(path, text, answers);
      }
    }
    assert.ok(sets > 0, `only ${sets} sets of answers`);
  });

  test(`${id}: what a project pins is what we test with`, () => {
    const tested = new Set(readFileSync('test/python/requirements.txt', 'utf8').split('\n'));
    const pinned = [...loaded.files].find(([path]) => path.startsWith('requirements.txt'))?.[1].trim().split('\n') ?? [];
    assert.deepEqual(pinned.filter(line => !line.startsWith('{{') && !tested.has(line)), []);
  });
}

function tidy(path: string, text: string, answers: Answers): void {
  const where = `${path} with ${JSON.stringify(answers)}`;
  assert.equal(workspace.format(text), text, where);
  assert.deepEqual(workspace.check(text).filter(({ code }: Diagnostic) => code !== 'E501').map(({ code, message, start_location: { row } }: Diagnostic) => `${row}: ${code} ${message}`), [], where);
}
