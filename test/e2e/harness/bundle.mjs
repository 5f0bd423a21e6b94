// Bundles suites for the extension host: out/e2e/<suite>.js, one file each, fit for a Node host and for a web worker.
import * as esbuild from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ending = '.test.ts';

/** Names of the suites in a folder: `smoke` for `smoke.test.ts`. */
export function suitesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(file => file.endsWith(ending)).map(file => file.slice(0, -ending.length)).sort();
}

/** @returns {Promise<Map<string, string>>} the path of the bundle of each suite */
export async function bundleSuites(folder, names, outdir) {
  await esbuild.build({
    entryPoints: names.map(name => join(folder, `${name}${ending}`)),
    entryNames: '[name]', outdir, bundle: true, format: 'cjs', platform: 'node', target: 'es2022', external: ['vscode'], sourcemap: 'inline', logLevel: 'warning',
  });
  return new Map(names.map(name => [name, join(outdir, `${name}.test.js`)]));
}
