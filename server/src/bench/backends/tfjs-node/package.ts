import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import util from 'node:util';
import { type Message, name, say } from '../../../core/message.ts';
import type { Tf } from '../../tfjs/session.ts';

export type FoundPackage =
  | { readonly tf: Tf; readonly versions: Readonly<Record<string, string>> }
  | { readonly problem: 'not-installed' | 'does-not-load'; readonly detail: string };

/** Looks for the package from each folder upwards, then among the globally installed ones, and loads the first one there is. */
export function loadPackage(folders: readonly string[]): FoundPackage {
  if (found) return found;
  for (const folder of [...folders, ...globalFolders()]) {
    const require = createRequire(join(folder, 'lintel.cjs'));
    const path = resolveFrom(require);
    if (path === undefined) continue;
    const result = tryLoad(require, path);
    if ('tf' in result) found = result;
    return result;
  }
  return { problem: 'not-installed', detail: PACKAGE };
}

/** Why the package does not serve, and what to do. */
export function explain(problem: 'not-installed' | 'does-not-load', detail: string): Message {
  return problem === 'not-installed'
    ? say`The package ${name(PACKAGE)} is not installed. Install it in the workspace or globally with ${name(`npm install ${PACKAGE}`)}.`
    : say`The package ${name(PACKAGE)} is installed but does not load (${name(detail)}). Reinstall it, or build it from source against an installed libtensorflow.`;
}

const PACKAGE = '@tensorflow/tfjs-node';
let found: FoundPackage | undefined;

function tryLoad(require: NodeJS.Require, path: string): FoundPackage {
  restoreUtil();
  try {
    const loaded: unknown = require(path);
    if (!isTf(loaded)) return { problem: 'does-not-load', detail: 'unexpected contents' };
    return { tf: loaded, versions: versionsOf(loaded) };
  } catch (error) {
    return { problem: 'does-not-load', detail: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 160) : String(error) };
  }
}

function resolveFrom(require: NodeJS.Require): string | undefined {
  try {
    return require.resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

/** Where npm keeps global packages: beside `node` on Windows, below `lib` elsewhere. */
function globalFolders(): readonly string[] {
  const bin = dirname(process.execPath);
  const listed = (process.env['NODE_PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':').filter(folder => folder !== '');
  const prefix = process.env['npm_config_prefix'] ?? process.env['PREFIX'];
  return [
    ...listed,
    ...(prefix === undefined ? [] : [join(prefix, 'lib', 'node_modules')]),
    ...(process.platform === 'win32' ? [join(process.env['APPDATA'] ?? bin, 'npm', 'node_modules'), join(bin, 'node_modules')] : [join(bin, '..', 'lib', 'node_modules')]),
  ];
}

/**
 * The package calls two functions that Node removed from `util` in version 23 (tensorflow/tfjs#8609; the fix was merged and never released).
 */
function restoreUtil(): void {
  const missing = { isNullOrUndefined: (value: unknown) => value === null || value === undefined, isArray: Array.isArray };
  for (const [key, value] of Object.entries(missing)) {
    if (!(key in util)) Object.defineProperty(util, key, { value, configurable: true });
  }
}

type Versioned = Tf & { readonly version: Readonly<Record<string, string>> };

function isTf(loaded: unknown): loaded is Versioned {
  return typeof loaded === 'object' && loaded !== null
    && ['ready', 'setBackend', 'tensor2d', 'tidy', 'losses', 'train', 'layers', 'sequential', 'version'].every(key => key in loaded);
}

const versionsOf = ({ version }: Versioned): Readonly<Record<string, string>> => ({
  [PACKAGE]: version['tfjs-node'] ?? version['tfjs'] ?? '?',
  ...(version['tensorflow'] !== undefined && { tensorflow: version['tensorflow'] }),
});
