// npm run package: the production bundles in one universal VSIX.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const staging = join(root, '.cache', 'package');
const limit = 6_000_000;

/** Warnings of vsce that say nothing about the package: there is no public repository yet. */
const harmless = [/'repository' field is missing/];

/**
 * Builds for production and packs, for the channel of pre-releases where that is asked for.
 * @returns {Promise<{ path: string, bytes: number, files: readonly string[] }>} rejects when the build fails, vsce warns or the file is too big
 */
export async function packageExtension({ preRelease = false } = {}) {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const built = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) throw new Error('The production build failed.');
  const path = join(root, `${name}-${version}.vsix`);
  const cwd = await stage();
  // Loaded late: this file is imported before dependencies are installed.
  const { createVSIX, listFiles } = createRequire(import.meta.url)('@vscode/vsce');
  // Without a repository there is no address to which the pictures of the README could be made to lead.
  const options = { cwd, packagePath: path, preRelease, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
  const warnings = await warningsOf(() => createVSIX(options));
  const grave = warnings.filter(warning => !harmless.some(pattern => pattern.test(warning)));
  if (grave.length > 0) throw new Error(`vsce warns about the package:\n${grave.join('\n')}`);
  const { size: bytes } = await stat(path);
  if (bytes > limit) throw new Error(`${path} has ${bytes} bytes; the limit is ${limit}.`);
  const files = await listFiles({ cwd, packageManager: 0 });
  const absent = namedIn(await readFile(join(root, 'package.json'), 'utf8')).filter(name => !files.some(file => file === name || file.startsWith(`${name}/`)));
  if (absent.length > 0) throw new Error(`package.json names ${absent.join(', ')}, which .vscodeignore does not let into the package.`);
  return { path, bytes, files };
}

/**
 * Copies what .vscodeignore lets through to a folder of its own and returns that: vsce looks at every file below the folder it
 * packs, and in the repository that means a whole VS Code in .cache.
 */
async function stage() {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const patterns = (await readFile(join(root, '.vscodeignore'), 'utf8')).split('\n').filter(line => line.startsWith('!'));
  const tops = patterns.map(line => new RegExp(`^${line.trim().slice(1).split('/')[0].replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
  const wanted = (await readdir(root)).filter(entry => tops.some(top => top.test(entry)));
  for (const entry of ['.vscodeignore', ...wanted]) {
    await cp(join(root, entry), join(staging, entry), { recursive: true, filter: source => !elsewhere.includes(source) });
  }
  return staging;
}

const elsewhere = ['test', 'e2e'].map(name => join(root, 'out', name));

/** Paths that the manifest names, as it writes them: './out/client.js'. */
function namedIn(manifest) {
  return [...manifest.matchAll(/"\.\/([^"]+)"/g)].map(([, path]) => path.replace(/\/$/, ''));
}

/** vsce tells its warnings only to the console. */
async function warningsOf(task) {
  const warnings = [];
  const { warn, log } = console;
  console.warn = (...words) => warnings.push(words.join(' '));
  console.log = () => undefined;
  try {
    await task();
  } finally {
    Object.assign(console, { warn, log });
  }
  return warnings;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { path, bytes, files } = await packageExtension({ preRelease: process.argv.includes('--pre-release') });
    console.log(`${path}: ${(bytes / 1e6).toFixed(2)} MB, ${files.length} files`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
