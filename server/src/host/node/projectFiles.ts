import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files, Refusal } from '../../core/host.ts';
import { nodeFiles, refusalOf } from './files.ts';

/** Files of a project as the scaffold writes them, below the folders (URIs) that somebody named; they need not exist. */
export function projectFiles(...roots: readonly string[]): Files & {
  makeFolder(uri: string): Promise<undefined | Refusal>;
  overwrite(uri: string, bytes: Uint8Array): Promise<undefined | Refusal>;
  remove(uri: string): Promise<undefined | Refusal>;
} {
  const files = nodeFiles({ roots: () => roots, consented: () => true, mayWrite: () => true });
  return {
    ...files,
    overwrite: (uri, bytes) => files.write(uri, bytes),
    makeFolder: uri => mkdir(fileURLToPath(uri), { recursive: true }).then(() => undefined, refusalOf),
    remove: uri => rm(fileURLToPath(uri)).then(() => undefined, refusalOf),
  };
}
