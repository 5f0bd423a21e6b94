// npm run test:electron: the editor's suites in VS Code for the desktop, which Microsoft's download server has.
// npm test needs npm only; this is for systems where VS Code from npm does not run, and to see that both agree.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './test/command.mjs';
import { closingLine, summary, table } from './test/summary.mjs';
import { ensureDependencies } from './vscode/dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function main() {
  process.chdir(root);
  await ensureDependencies(root);
  const versions = JSON.parse(await readFile(join('scripts', 'vscode', 'versions.json'), 'utf8'));
  const programs = { newest: await download(versions.newest.version), oldest: await download(versions.oldest.version) };
  const { failed } = await command('bundle', ['esbuild.mjs'], root);
  if (failed > 0) throw new Error('The bundles were not built.');
  const { kinds, runKind } = await import('../test/e2e/harness/run.mjs');
  const results = [];
  for (const kind of ['full', 'smoke', 'web', 'restricted']) {
    console.log(`\n▶ ${kind}`);
    const start = performance.now();
    const counts = await runKind(kind, { desktop: programs[kinds[kind].which] });
    results.push({ ...counts, name: kind, skipped: 0, seconds: (performance.now() - start) / 1000 });
  }
  console.log(`\n${table(results)}\n${closingLine(summary(results))}`);
  process.exitCode = summary(results).failed > 0 ? 1 : 0;
}

async function download(version) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(root, '.cache', 'vscode-desktop'), timeout: 20_000, reporter: silent });
  } catch (error) {
    throw new Error(`VS Code ${version} could not be downloaded (${error.message}). npm test runs the same suites in a VS Code from npm.`);
  }
}

const silent = { report: () => undefined, error: () => undefined };

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
