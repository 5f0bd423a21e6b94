import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, object>> }>>;
}

/** Sources in a bundle, from what the build wrote down. */
function inputsOf(bundle: string): readonly string[] {
  const files: readonly Metafile[] = JSON.parse(readFileSync('out/metafile.json', 'utf8'));
  const found = files.flatMap(({ outputs }) => Object.entries(outputs)).find(([path]) => path === bundle);
  return Object.keys(found?.[1].inputs ?? assert.fail(`${bundle} is not built`));
}

const MUST_NOT: Readonly<Record<string, RegExp>> = {
  'out/server.js': /server\/src\/(scaffold|bench)\/|@tensorflow|playwright|assemblyscript/,
  'out/browser/server.js': /server\/src\/(scaffold|bench)\/|server\/src\/host\/node\/|@tensorflow/,
  'out/scanner.js': /server\/src\/(rules|metadata|scaffold|bench|features)\//,
  'out/client.js': /server\/src\/(engine|rules|kernel|metadata)\/|@tensorflow/,
  'out/browser/client.js': /server\/src\/(engine|rules|kernel|metadata)\/|server\/src\/bench\/(backends|models|tfjs)\/|@tensorflow/,
};

for (const [bundle, forbidden] of Object.entries(MUST_NOT)) {
  test(`${bundle} carries only what its process needs`, () => {
    assert.deepEqual(inputsOf(bundle).filter(path => forbidden.test(path)), []);
  });
}
