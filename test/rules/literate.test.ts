import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { KERNELS } from '../harness/kernels.ts';
import { testManual } from '../harness/literate.ts';
import { filesBelow } from '../harness/sources.ts';

const ROOT = 'server/src/rules';
const families = readdirSync(ROOT, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
/** Folders of rules, and of the duties that laws ask for, which are rules too. */
const folders = [
  ...families.flatMap(family => readdirSync(`${ROOT}/${family}`).map(id => `${ROOT}/${family}/${id}`)),
  ...filesBelow('server/src/privacy/profiles', ['/requirement.ts']).map(path => path.slice(0, path.lastIndexOf('/'))),
];

test('every rule is registered under the name of its folder', () => {
  assert.deepEqual(allRules.map(({ id }) => id).sort(), folders.map(folder => basename(folder)).sort());
});

for (const rule of allRules) testManual(rule, `${folders.find(folder => basename(folder) === rule.id)}/README.md`, KERNELS);
