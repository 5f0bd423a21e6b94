import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import util from 'node:util';
import { type Message, name, say } from '../../../core/message.ts';
import { Unable } from '../../../core/compute.ts';
import type { Tf } from '../../tfjs/ops.ts';

export interface LoadedPackage {
  readonly tf: Tf;
  readonly versions: Readonly<Record<string, string>>;
}

/** Loads the first package that `findPackage` finds. Throws `Unable` where there is none or it does not load. */
export function loadPackage(folders: readonly string[]): LoadedPackage {
  const found = findPackage(folders);
  if (!found) throw new Unable(notInstalled());
  restoreUtil();
  try {
    const tf: unknown = found.require(found.path);
    if (isTf(tf)) return { tf, versions: versionsOf(tf) };
  } catch (error) {
    throw new Unable(doesNotLoad(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)));
  }
  throw new Unable(doesNotLoad(found.path));
}

export const notInstalled = (): Message =>
  say`The package ${name(PACKAGE)} is not installed. Install it in the workspace or globally with ${name(`npm install ${PACKAGE}`)}.`;

const doesNotLoad = (detail: string): Message =>
  say`The package ${name(PACKAGE)} is installed but does not load (${name(detail)}). Reinstall it, or build it from source against an installed libtensorflow.`;

const PACKAGE = '@tensorflow/tfjs-node';

interface FoundPackage {
  readonly path: string;
  readonly require: NodeJS.Require;
}

/** Looks for the package from each folder upwards, then among the globally installed ones. Nothing is loaded yet. */
export function findPackage(folders: readonly string[]): FoundPackage | undefined {
  for (const folder of [...folders, ...globalFolders()]) {
    const require = createRequire(join(folder, 'lintel.cjs'));
    try {
      return { require, path: require.resolve(PACKAGE) };
    } catch {
      // Not there; the next folder may have it.
    }
  }
  return undefined;
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
    && ['ready', 'setBackend', 'tensor2d', 'tidy', 'variableGrads', 'train', 'conv2d', 'gather', 'version'].every(key => key in loaded);
}

const versionsOf = ({ version }: Versioned): Readonly<Record<string, string>> => ({
  [PACKAGE]: version['tfjs-node'] ?? version['tfjs'] ?? '?',
  ...(version['tensorflow'] !== undefined && { tensorflow: version['tensorflow'] }),
});
