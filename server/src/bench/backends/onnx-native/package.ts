import { createRequire } from 'node:module';
import { Unable } from '../../../core/compute.ts';
import { type Message, name, say } from '../../../core/message.ts';
import { findPackage, reasonOf } from '../../packages/find.ts';

/** What is needed of onnxruntime-node. */
export interface Ort {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<OrtSession> };
  readonly Tensor: new (type: 'float32', data: Float32Array, sizes: readonly number[]) => OrtTensor;
}

export interface OrtSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** `fetches`: a tensor to write to, or null for a new one. */
  run(feeds: Readonly<Record<string, OrtTensor>>, fetches: Readonly<Record<string, OrtTensor | null>>): Promise<Readonly<Record<string, OrtTensor>>>;
  release(): Promise<void>;
}

export interface OrtTensor {
  readonly data: unknown;
}

const PACKAGE = 'onnxruntime-node';

/** Whether the package is there; it is not loaded. */
export const isInstalled = (folders: readonly string[]): boolean => findPackage(PACKAGE, folders) !== undefined;

export const notInstalled = (): Message =>
  say`The package ${name(PACKAGE)} is not installed. Install it in the workspace or globally with ${name(`npm install ${PACKAGE}`)}.`;

/** Loads the first such package that is found. Throws `Unable` where there is none or it does not load. */
export function loadOrt(folders: readonly string[]): { readonly ort: Ort; readonly version: string } {
  const found = findPackage(PACKAGE, folders);
  if (!found) throw new Unable(notInstalled());
  try {
    const ort: unknown = found.require(found.path);
    if (isOrt(ort)) return { ort, version: versionOf(found.path) };
  } catch (error) {
    throw new Unable(doesNotLoad(reasonOf(error)));
  }
  throw new Unable(doesNotLoad(found.path));
}

const doesNotLoad = (detail: string): Message =>
  say`The package ${name(PACKAGE)} is installed but does not load (${name(detail)}). It has binaries for Linux and Windows on x64 and arm64, and for macOS on arm64.`;

const isOrt = (loaded: unknown): loaded is Ort => typeof loaded === 'object' && loaded !== null && 'InferenceSession' in loaded && 'Tensor' in loaded;

function versionOf(path: string): string {
  const loaded: unknown = createRequire(path)('../package.json');
  return typeof loaded === 'object' && loaded !== null && 'version' in loaded ? String(loaded.version) : '?';
}
