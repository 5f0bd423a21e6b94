import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Output {
  readonly inputs: Readonly<Record<string, object>>;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

/** Sources that a program loads when it starts, from what the build wrote down: its own and those of the chunks it shares. */
function inputsOf(bundle: string): readonly string[] {
  const files: readonly Metafile[] = JSON.parse(readFileSync('out/metafile.json', 'utf8'));
  const outputs = new Map(files.flatMap(file => Object.entries(file.outputs)));
  const loaded = new Set([bundle]);
  for (const path of loaded) {
    const { imports } = outputs.get(path) ?? assert.fail(`${path} is not built`);
    for (const chunk of imports) if (chunk.kind === 'import-statement' && outputs.has(chunk.path)) loaded.add(chunk.path);
  }
  return [...loaded].flatMap(path => Object.keys(outputs.get(path)?.inputs ?? {}));
}

const MUST_NOT: Readonly<Record<string, RegExp>> = {
  'out/server.mjs': /server\/src\/(scaffold|bench|cli)\/|manuals\.generated|@tensorflow|playwright|assemblyscript/,
  'out/cli.mjs': /server\/src\/(engine|rules|kernel|metadata)\//,
  'out/browser/server.js': /server\/src\/(scaffold|bench)\/|server\/src\/host\/node\/|@tensorflow/,
  'out/scanner.mjs': /server\/src\/(rules|metadata|scaffold|bench|features)\//,
  'out/client.js': /server\/src\/(engine|rules|kernel|metadata)\/|@tensorflow/,
  'out/browser/client.js': /server\/src\/(engine|rules|kernel|metadata)\/|server\/src\/bench\/(backends|models|tfjs)\/|@tensorflow/,
};

for (const [bundle, forbidden] of Object.entries(MUST_NOT)) {
  test(`${bundle} carries only what its process needs`, () => {
    assert.deepEqual(inputsOf(bundle).filter(path => forbidden.test(path)), []);
  });
}
