import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { KERNELS } from '../harness/kernels.ts';
import { testManual } from '../harness/literate.ts';

const ROOT = 'server/src/rules';
const families = readdirSync(ROOT, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);

const folderOf = (id: string): string => `${ROOT}/${families.find(family => existsSync(`${ROOT}/${family}/${id}/rule.ts`))}/${id}`;

test('every rule is registered under the name of its folder', () => {
  const folders = families.flatMap(family => readdirSync(`${ROOT}/${family}`)).sort();
  assert.deepEqual(allRules.map(({ id }) => id).sort(), folders);
});

for (const rule of allRules) testManual(rule, `${folderOf(rule.id)}/README.md`, KERNELS);
