import util from 'node:util';
import { type Message, name, say } from '../../../core/message.ts';
import { Unable } from '../../../core/compute.ts';
import { findPackage, reasonOf } from '../../packages/find.ts';
import type { Tf } from '../../tfjs/ops.ts';

export interface LoadedPackage {
  readonly tf: Tf;
  readonly versions: Readonly<Record<string, string>>;
}

/** Loads the first such package that is found. Throws `Unable` where there is none or it does not load. */
export function loadPackage(folders: readonly string[]): LoadedPackage {
  const found = findPackage(PACKAGE, folders);
  if (!found) throw new Unable(notInstalled());
  restoreUtil();
  try {
    const tf: unknown = found.require(found.path);
    if (isTf(tf)) return { tf, versions: versionsOf(tf) };
  } catch (error) {
    throw new Unable(doesNotLoad(reasonOf(error)));
  }
  throw new Unable(doesNotLoad(found.path));
}

/** Whether the package is there; it is not loaded. */
export const isInstalled = (folders: readonly string[]): boolean => findPackage(PACKAGE, folders) !== undefined;

export const notInstalled = (): Message =>
  say`The package ${name(PACKAGE)} is not installed. Install it in the workspace or globally with ${name(`npm install ${PACKAGE}`)}.`;

const doesNotLoad = (detail: string): Message =>
  say`The package ${name(PACKAGE)} is installed but does not load (${name(detail)}). Reinstall it, or build it from source against an installed libtensorflow.`;

const PACKAGE = '@tensorflow/tfjs-node';

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
