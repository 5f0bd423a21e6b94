import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import type { Detector } from '../../server/src/core/detector.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import { render } from '../../server/src/scaffold/main.ts';
import { loadTemplate } from '../../server/src/scaffold/library.ts';
import { KERNELS } from '../harness/kernels.ts';
import { describeManual } from '../harness/literate.ts';
import { readVerdicts } from '../harness/verdicts.ts';
import { exampleFacts } from '../templates/support/describe.ts';
import { disk, must, temporaryFolder } from '../templates/support/project.ts';

interface Generator {
  readonly kinds: readonly string[];
  filesOf(kind: string, name?: string): ReadonlyMap<string, string>;
  writeNew(kind: string, name: string, root: string): readonly string[];
}

const { kinds, filesOf, writeNew }: Generator = await import(pathToFileURL(resolve('scripts/new.mjs')).href);

/** A new plugin of each kind, by name. */
const MADE = new Map(Object.entries({
  rule: 'text/made-for-a-test', detector: 'made-for-a-test', template: 'made-for-a-test', model: 'made-for-a-test', backend: 'made-for-a-test',
}));
const made = new Map([...MADE].flatMap(([kind, name]) => [...filesOf(kind, name)]));

test('every kind has a template', () => {
  assert.deepEqual([...MADE.keys()].sort(), [...kinds].sort());
  assert.deepEqual([...made.values()].filter(text => /@(id|words|title)@/.test(text)), []);
});

test('names that are no names are refused in a sentence', () => {
  assert.throws(() => filesOf('ruel', 'a/b'), /one of rule, detector, template, model, backend/);
  for (const name of ['no-family', 'A/b', '../x', 'a/b/c', 'a/b_c', '']) assert.throws(() => filesOf('rule', name), /lower case/, name);
});

test('nothing is written over', () => {
  const root = temporaryFolder('new');
  const [first = ''] = writeNew('detector', 'club-card', root);
  writeFileSync(join(root, first), 'mine');
  assert.throws(() => writeNew('detector', 'club-card', root), /exists already/);
  assert.equal(readFileSync(join(root, first), 'utf8'), 'mine');
});

test('what is made type-checks under our rules', () => {
  const { config } = ts.readConfigFile('tsconfig.json', path => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const textAt = (path: string): string | undefined => [...made].find(([own]) => resolve(path) === resolve(own))?.[1];
  host.fileExists = path => textAt(path) !== undefined || fileExists(path);
  host.readFile = path => textAt(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = textAt(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const sources = [...made.keys()].filter(path => path.startsWith('server/') && path.endsWith('.ts'));
  assert.equal(sources.length, 4);
  const program = ts.createProgram(sources, options, host);
  const complaints = sources.flatMap(path => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)));
  assert.deepEqual(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')), []);
});

test('what is made is translated', () => {
  for (const [path, text] of made) {
    if (!path.endsWith('zh-cn.json')) continue;
    const texts: Readonly<Record<string, string>> = JSON.parse(text);
    assert.ok(Object.values(texts).every(translated => /\p{Script=Han}/u.test(translated)), path);
  }
});

describe('a new rule', async () => {
  const rule = await load<Rule>('server/src/rules/text/made-for-a-test/rule.ts');
  describeManual(rule, made.get('server/src/rules/text/made-for-a-test/README.md') ?? '', KERNELS);
});

test('a new detector does what its table says', async () => {
  const detector = await load<Detector>('server/src/privacy/detectors/made-for-a-test/detector.ts');
  const verdicts = readVerdicts(made.get('server/src/privacy/detectors/made-for-a-test/README.md') ?? '');
  assert.ok(verdicts.length > 0);
  for (const { text, verdict } of verdicts) assert.equal(detector.accepts(text) ? `found, shown as \`${detector.mask(text)}\`` : 'not found', verdict);
});

test('a new template gives the tree of its manual', async () => {
  const root = temporaryFolder('library');
  for (const path of writeNew('template', 'made-for-a-test', root)) assert.ok(existsSync(join(root, path)));
  const template = must(await loadTemplate(disk, pathToFileURL(join(root, 'templates')).href, 'made-for-a-test', 'zh-cn'));
  const files = must(render(template, exampleFacts('examples/penguins/datapackage.json', '/project'), { name: 'penguins' }));
  const [, tree] = /```tree\n([^`]+)```/.exec(made.get('templates/made-for-a-test/README.md') ?? '') ?? [];
  assert.equal(`${[...files.keys()].sort().join('\n')}\n`, tree);
});

/** Bundles a made file, which is nowhere on disk, and loads what it exports by default. */
async function load<T>(path: string): Promise<T> {
  const outfile = resolve('out/test/new', `${path.split('/').at(-1)}.mjs`);
  mkdirSync(dirname(outfile), { recursive: true });
  await build({ entryPoints: [path], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'silent', plugins: [madeFiles()] });
  const { default: plugin }: { readonly default: T } = await import(pathToFileURL(outfile).href);
  return plugin;
}

function madeFiles(): Plugin {
  return {
    name: 'made',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, importer, namespace }) => {
        if (made.has(path)) return { path, namespace: 'made' };
        return namespace === 'made' ? { path: resolve(dirname(importer), path) } : undefined;
      });
      onLoad({ filter: /./, namespace: 'made' }, ({ path }) => ({ contents: made.get(path) ?? '', loader: 'ts' }));
    },
  };
}
