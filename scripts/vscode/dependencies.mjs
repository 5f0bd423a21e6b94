// Makes a fresh clone ready: npm ci, when what is installed is not what the lock file says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/**
 * Installs the packages of the repository unless each one it asks for is there in the locked version.
 * @param {string} root folder of package.json
 */
export async function ensureDependencies(root, say = console.log) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node 20 or later is needed; this is ${process.version}.`);
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  say(`Installing npm packages (${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}).`);
  // No package needs its install script: binaries come as platform packages, the rest is JavaScript and WebAssembly.
  await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

function missingPackages(root) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const wanted = { ...packages[''].dependencies, ...packages[''].devDependencies };
  return Object.keys(wanted).filter(name => readJson(join(root, 'node_modules', name, 'package.json'))?.version !== packages[`node_modules/${name}`]?.version);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
