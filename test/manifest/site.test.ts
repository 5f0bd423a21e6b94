import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { allDetectors, allRules } from '../../server/src/engine/registry.ts';

const site = mkdtempSync(join(tmpdir(), 'lintel-site-'));
const builder: { buildSite(folder: string): Promise<{ readonly pages: number }> } = await import(pathToFileURL(resolve('scripts/site/build.mjs')).href);
let pages: readonly { readonly path: string; readonly html: string }[] = [];

before(async () => {
  await builder.buildSite(site);
  const files = readdirSync(site, { recursive: true }).map(String).filter(name => name.endsWith('.html'));
  pages = files.map(path => ({ path, html: readFileSync(join(site, path), 'utf8') }));
});
after(() => rmSync(site, { recursive: true }));

test('every rule and detector has a page in both languages', () => {
  for (const language of ['en', 'zh-cn']) {
    for (const { id } of allRules) assert.ok(existsSync(join(site, language, 'rules', `${id}.html`)), `${language} ${id}`);
    for (const { id } of allDetectors) assert.ok(existsSync(join(site, language, 'detectors', `${id}.html`)), `${language} ${id}`);
  }
  assert.match(readFileSync(join(site, 'zh-cn/rules/duplicate-row.html'), 'utf8'), /<h2>.*[\u4e00-\u9fff]/);
});

test('no page asks another host for anything', () => {
  for (const { path, html } of pages) {
    const loaded = [...html.matchAll(/<(?:script|img|iframe)[^>]* src="([^"]*)"|<link[^>]* href="([^"]*)"/g)].map(([, src, href]) => src ?? href ?? '');
    assert.deepEqual(loaded.filter(address => /^(?:[a-z]+:)?\/\//i.test(address)), [], path);
  }
  for (const file of ['style.css', 'search.js']) assert.doesNotMatch(readFileSync(join(site, file), 'utf8'), /https?:|@import|fetch\(/);
});

test('every link within the site leads to a page that is there', () => {
  const broken = pages.flatMap(({ path, html }) => [...html.matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)].map(([, address]) => address ?? '')
    .filter(address => !/^[a-z]+:/i.test(address) && !existsSync(join(site, dirname(path), decodeURI(address)))).map(address => `${path}: ${address}`));
  assert.deepEqual(broken.slice(0, 10), []);
});

test('what is searched is all there is', () => {
  const listed: readonly { readonly path: string; readonly title: string }[] = JSON.parse(readFileSync(join(site, 'en/pages.js'), 'utf8').replace(/^window\.PAGES = |;\s*$/g, ''));
  assert.equal(listed.length, pages.filter(({ path }) => path.startsWith('en')).length);
});
