import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseAllDocuments } from 'yaml';
import { BASE_FILE, render } from '../../server/src/scaffold/main.ts';
import type { Answers } from '../../server/src/scaffold/main.ts';
import { factsNamed } from './support/datasets.ts';
import { exampleFacts } from './support/describe.ts';
import { must, readJson, template, templateIds } from './support/project.ts';

/** One fenced block of a manual: `json answers dataset=<description>`, `tree`, or `tree also` for what comes on top of the first tree. */
interface Fence {
  readonly info: string;
  readonly body: string;
}

const fencesOf = (markdown: string): Fence[] =>
  [...markdown.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({ info, body }));

/** The answers of a manual, each with the tree that follows it. */
function casesOf(id: string): { answers: Answers; dataset: string; tree: string[] }[] {
  const fences = fencesOf(readFileSync(`templates/${id}/README.md`, 'utf8')).filter(({ info }) => /^(json answers|tree)\b/.test(info));
  const trees = fences.filter(({ info }) => info.startsWith('tree'))
    .map(({ info, body }) => ({ also: info === 'tree also', paths: body.trim().split('\n') }));
  return fences.filter(({ info }) => info.startsWith('json answers')).map(({ info, body }, i) => {
    const paths = trees[i]?.also === true ? [...trees[0]?.paths ?? [], ...trees[i].paths] : trees[i]?.paths ?? [];
    const answers: Answers = JSON.parse(body);
    return { answers, dataset: /dataset=(\S+)/.exec(info)?.[1] ?? assert.fail(info), tree: paths.sort() };
  });
}

for (const id of templateIds) {
  const cases = casesOf(id);

  test(`${id}: the manual shows answers and the tree they give`, async () => {
    assert.ok(cases.length > 0);
    for (const { answers, dataset, tree } of cases) {
      assert.deepEqual([...must(render(await template(id), factsNamed(dataset), answers)).keys()], tree);
    }
  });

  test(`${id}: no placeholder is left, JSON and YAML parse, lines are tidy`, async () => {
    for (const { answers, dataset } of cases) {
      for (const [path, text] of must(render(await template(id), factsNamed(dataset), answers))) {
        // Two braces close in Python where a dictionary ends in another one, and open with a blank in the form a model writes conversations in.
        if (path !== BASE_FILE) assert.doesNotMatch(text, path.endsWith('.py') ? /\{\{(?! )/ : /\{\{|\}\}(?!`)/, path);
        if (path.endsWith('.json')) assert.doesNotThrow(() => JSON.parse(text), path);
        if (path.endsWith('.yaml')) assert.deepEqual(parseAllDocuments(text).flatMap(document => document.errors), [], path);
        assert.match(text, /[^\n]\n$/, path);
        assert.doesNotMatch(text, path.endsWith('.py') ? /[ \t]$|\t|\r|\n{4}/m : /[ \t]$|\t|\r|\n\n\n/m, path);
        if (path.endsWith('.ts')) assert.ok(text.split('\n').every(line => line.length <= 140), path);
      }
    }
  });

  test(`${id}: the same answers give the same bytes`, async () => {
    for (const { answers, dataset } of cases) {
      const once = async () => must(render(await template(id), factsNamed(dataset), answers));
      assert.deepEqual(await once(), await once());
    }
  });
}

test('what a project pins is what we test with', async () => {
  const files = must(render(await template('tabular-tfjs'), exampleFacts('examples/penguins/datapackage.json', '/project'), {}));
  const { dependencies, devDependencies } = JSON.parse(files.get('package.json') ?? '');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.equal(Object(readJson(`node_modules/${name}/package.json`)).version, version, name);
  }
});
