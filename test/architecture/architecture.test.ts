import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow, importsOf, lineOf, placeOf, readSources, visit } from '../harness/sources.ts';
import type { Import, SourceFile } from '../harness/sources.ts';
import { BROWSER_ENTRIES, BUDGETS, LAYERS, PLUGINS, ROOT } from './layers.ts';
import type { Layer } from './layers.ts';

const SERVER = 'server/src/';
/** Messages are written in one piece, so that they can be found; everything else stays well below. */
const LONGEST_LINE = 200;
const server = readSources('server/src');
const client = existsSync('client/src') ? readSources('client/src') : [];
const product = [...server, ...client];
const everything = [...product, ...(existsSync('server/kernel') ? readSources('server/kernel') : []), ...readSources('test')];
const imports = product.flatMap(importsOf);

test('every file of the server belongs to a layer', () => {
  assert.deepEqual(server.filter(({ path }) => !layerOf(path)).map(({ path }) => path), []);
});

test('imports point inwards only', () => {
  const wrong = imports.filter(one => one.from.startsWith(SERVER) && !isAllowed(one));
  assert.deepEqual(wrong.map(({ from, to }) => `${from} may not import ${to}`), []);
});

test('the client knows the server by its protocol, its vocabulary, its tools and its scaffolds', () => {
  const known = ['server/src/protocol/', 'server/src/core/', 'server/src/util/', 'server/src/scaffold/', 'server/src/assistant/', ...['job', 'markdown', 'report', 'settings', 'spawn', 'summarise', 'tables'].map(file => `server/src/bench/${file}.ts`), 'server/src/words/numbers.ts', 'client/src/', 'package.json'];
  const wrong = imports.filter(({ from, to, relative }) => from.startsWith('client/') && relative && !known.some(place => to.startsWith(place)));
  assert.deepEqual(wrong.map(({ from, to }) => `${from} may not import ${to}`), []);
});

test('the editor is known to the client alone', () => {
  assert.deepEqual(imports.filter(({ from, to }) => to === 'vscode' && !from.startsWith('client/')), []);
});

test('what runs in a browser reaches no Node module', () => {
  const bySource = groupBySource(imports.filter(({ typeOnly }) => !typeOnly));
  for (const entry of BROWSER_ENTRIES.filter(path => existsSync(path))) {
    const reached = new Set([entry]);
    for (const path of reached) {
      for (const { to, relative } of bySource.get(path) ?? []) {
        assert.ok(!to.startsWith('node:'), `${entry} reaches ${to} through ${path}`);
        if (relative) reached.add(to);
      }
    }
  }
});

test('no import goes in a circle', () => {
  const targets = groupBySource(imports.filter(({ relative }) => relative));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    assert.ok(!trail.includes(path), `circle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
    if (done.has(path)) return;
    for (const { to } of targets.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of product) walk(path, []);
});

test('files and functions stay within their budget', () => {
  assert.deepEqual(everything.flatMap(overBudget), []);
});

test('no any, no cast, no silenced compiler', () => {
  assert.deepEqual(product.flatMap(source => [...looseTypes(source)]), []);
});

test('nothing is left undone', () => {
  const marks = /\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/;
  assert.deepEqual(everything.filter(({ text }) => marks.test(text)).map(({ path }) => path), []);
});

test('a plugin is a folder with its code, its manual and its texts', () => {
  for (const { at, files } of PLUGINS) {
    // A manual may have prose in other languages beside it.
    for (const folder of foldersAt(at)) assert.deepEqual(readdirSync(folder).filter(name => !/^README\.[a-z-]+\.md$/.test(name)).sort(), files, folder);
  }
});

test('the root of the repository holds what is expected there', () => {
  const tracked = new Set(execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0').filter(Boolean).map(path => path.split('/')[0] ?? ''));
  assert.deepEqual([...tracked].filter(name => !ROOT.includes(name)), []);
});

test('lines are short enough to read side by side', () => {
  const long = [...product.map(({ path }) => path), ...filesBelow('scripts', ['.mjs'])].flatMap(path => {
    return readFileSync(path, 'utf8').split('\n').flatMap((line, i) => (line.length > LONGEST_LINE ? [`${path}:${i + 1} has ${line.length} characters`] : []));
  });
  assert.deepEqual(long, []);
});

function groupBySource(all: readonly Import[]): ReadonlyMap<string, readonly Import[]> {
  const groups = new Map<string, Import[]>();
  for (const one of all) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return groups;
}

function layerOf(path: string): Layer | undefined {
  const inner = path.slice(SERVER.length);
  return LAYERS.filter(({ at }) => matches(at, inner)).sort((a, b) => b.at.length - a.at.length)[0];
}

function matches(at: string, inner: string): boolean {
  return new RegExp(`^${at.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(/|$)`).test(inner);
}

function isAllowed({ from, to, relative }: Import): boolean {
  const layer = layerOf(from);
  if (!layer) return false;
  if (!relative) return to.startsWith('node:') ? layer.node === true : mayWrap(layer, to);
  if (!to.startsWith(SERVER)) return to === 'package.json' || /^templates\//.test(to);
  const inner = to.slice(SERVER.length);
  return sameUnit(layer, from, to) || layer.may.some(place => inner === place || inner.startsWith(`${place}/`));
}

function mayWrap({ packages = [], at }: Layer, name: string): boolean {
  if (packages === 'own') return true;
  const packageName = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
  return packages.includes(packageName) || at.startsWith('bench') && name.startsWith('@tensorflow/');
}

/** Whether two files are of one plugin, or of one layer that is no plugin. */
function sameUnit({ at }: Layer, from: string, to: string): boolean {
  const depth = SERVER.split('/').length - 1 + at.split('/').length;
  const unit = (path: string): string => path.split('/').slice(0, depth).join('/');
  return unit(from) === unit(to);
}

function overBudget(source: SourceFile): readonly string[] {
  const budget = BUDGETS.find(({ at }) => at.test(source.path));
  if (!budget) return [];
  const lines = source.text.split('\n').length - 1;
  const found = lines > budget.file ? [`${source.path} has ${lines} lines of ${budget.file}`] : [];
  visit(source.tree, node => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const length = lineOf(source.tree, node.end) - lineOf(source.tree, node.getStart(source.tree)) + 1;
    if (length > budget.function) found.push(`${placeOf(source, node)} has a function of ${length} lines, of ${budget.function}`);
  });
  return found;
}

function looseTypes(source: SourceFile): readonly string[] {
  const found: string[] = [];
  visit(source.tree, node => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${placeOf(source, node)} any`);
    if (ts.isAsExpression(node) && node.type.getText(source.tree) !== 'const') found.push(`${placeOf(source, node)} as ${node.type.getText(source.tree)}`);
    if (ts.isNonNullExpression(node)) found.push(`${placeOf(source, node)} !`);
  });
  source.text.split('\n').forEach((line, i) => {
    if (/@ts-(ignore|expect-error|nocheck)/.test(line)) found.push(`${source.path}:${i + 1} silences the compiler`);
  });
  return found;
}

function foldersAt(pattern: string): readonly string[] {
  return pattern.split('/').reduce<readonly string[]>((folders, part) => folders.flatMap(folder => {
    if (part !== '*') return existsSync(`${folder}${part}`) ? [`${folder}${part}/`] : [];
    return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => `${folder}${name}/`);
  }), ['']);
}
