import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';

interface Release {
  stamp(root: string, version: string, day: string): { readonly stamped: number };
  isPrerelease(version: string): boolean;
}

const { stamp, isPrerelease }: Release = await import(pathToFileURL(resolve('scripts/release.mjs')).href);
const root = mkdtempSync(join(tmpdir(), 'lintel-release-'));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
after(() => rmSync(root, { recursive: true }));

beforeEach(() => {
  const rules = join(root, 'server/src/rules/values/new-one');
  mkdirSync(rules, { recursive: true });
  writeFileSync(join(rules, 'rule.ts'), "{ id: 'new-one', since: 'next' }\n");
  writeFileSync(join(root, 'server/src/rules/values/rule.ts'), "{ id: 'old-one', since: '0.1.0' }\n");
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Next (unreleased)\n\n- It is faster.\n\n## 0.1.0 (2026-01-01)\n');
  writeFileSync(join(root, 'package.json'), '{ "name": "x", "version": "0.1.0" }');
  writeFileSync(join(root, 'package-lock.json'), '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "node_modules/y": { "version": "0.1.0" } } }');
});

test('a release stamps the manifest, its lock, the changelog and the rules that are new', () => {
  assert.deepEqual(stamp(root, '0.2.0', '2026-02-03'), { stamped: 1 });
  assert.equal(JSON.parse(read('package.json')).version, '0.2.0');
  assert.deepEqual(JSON.parse(read('package-lock.json')), { version: '0.2.0', packages: { '': { version: '0.2.0' }, 'node_modules/y': { version: '0.1.0' } } });
  assert.match(read('CHANGELOG.md'), /## 0\.2\.0 \(2026-02-03\)\n\n- It is faster\.\n\n## 0\.1\.0 \(2026-01-01\)/);
  assert.match(read('server/src/rules/values/new-one/rule.ts'), /since: '0\.2\.0'/);
  assert.match(read('server/src/rules/values/rule.ts'), /since: '0\.1\.0'/);
});

test('what does not follow is refused, and nothing is written', () => {
  for (const version of ['0.0.9', '1.2', 'v1.0.0']) assert.throws(() => stamp(root, version, '2026-02-03'), /does not follow|no version/);
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n');
  assert.throws(() => stamp(root, '0.2.0', '2026-02-03'), /unreleased/);
  assert.equal(JSON.parse(read('package.json')).version, '0.1.0');
});

test('an odd minor is a pre-release', () => {
  assert.ok(isPrerelease('0.3.1') && !isPrerelease('0.4.0'));
});
