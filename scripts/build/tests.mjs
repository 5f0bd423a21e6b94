// Bundles test files one to one and runs them with Node's own runner.
import * as esbuild from 'esbuild';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { filesBelow } from './files.mjs';

/** Test files below these folders need an editor or peers and have runners of their own. */
const ELSEWHERE = ['test/e2e/', 'test/bench/'];
/** Big files and long runs: only when they are asked for. */
const LONG = 'test/all/';

/** Test files whose path contains `part`. */
export function testFiles(part) {
  const left = part.startsWith(LONG) ? ELSEWHERE : [...ELSEWHERE, LONG];
  return filesBelow('test', path => path.endsWith('.test.ts') && path.includes(part) && !left.some(folder => path.startsWith(folder)));
}

/** Returns the runner's exit code. Extra arguments go to `node --test`. */
export async function runTests(part, extra = []) {
  const bundled = await bundleTests(part);
  if (bundled.length === 0) {
    console.error(`no test file has ${JSON.stringify(part)} in its path`);
    return 1;
  }
  return new Promise(resolve => {
    spawn(process.execPath, ['--test', '--enable-source-maps', ...extra, ...bundled], { stdio: 'inherit' }).on('exit', code => resolve(code ?? 1));
  });
}

/** Bundles the matching test files and returns the paths of the bundles. What several of them use is written once: most use the whole engine. */
export async function bundleTests(part = '') {
  const entries = testFiles(part);
  if (part === '') rmSync('out/test', { recursive: true, force: true });
  await esbuild.build({
    entryPoints: entries, outdir: 'out/test', outbase: 'test', outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20',
    splitting: true, chunkNames: 'shared/[hash]', inject: ['test/harness/runs.ts'], sourcemap: true, packages: 'external', external: ['vscode'], logLevel: 'warning', loader: { '.tmpl': 'text' },
  });
  return entries.map(entry => `out/${entry.replace(/\.ts$/, '.mjs')}`);
}
