import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '../../core/host.ts';

/** Where the host may read and write. Asked anew for every access, since folders come and go and trust is given later. */
export interface Permissions {
  /** URIs of the folders whose files may be read. */
  roots(): readonly string[];
  /** Files outside of them that the user opened or named. */
  consented(uri: string): boolean;
  /** False in an untrusted workspace: then nothing is written. */
  mayWrite(): boolean;
}

/**
 * The real path of a URI, links resolved, or why it may not be touched. A file that does not exist yet has the real path of its folder. A
 * link that leads out of the folders is refused like any other path out of them.
 */
export async function permittedPath(uri: string, permissions: Permissions): Promise<string | Refusal> {
  const path = pathOf(uri);
  if (path === undefined) return { refused: 'unreadable', detail: `not a file: ${schemeOf(uri)}` };
  const real = await realPath(path);
  if (real === undefined) return permissions.roots().some(root => isInside(path, pathOf(root) ?? path))
    ? { refused: 'missing', detail: 'no such file or folder' }
    : { refused: 'outside-workspace', detail: 'outside of the workspace' };
  if (permissions.consented(uri)) return real;
  for (const root of permissions.roots()) {
    const folder = await realPath(pathOf(root) ?? '');
    if (folder !== undefined && isInside(real, folder)) return real;
  }
  return { refused: 'outside-workspace', detail: 'outside of the workspace' };
}

/** The path of a `file:` URI, or `undefined` for other schemes and malformed ones. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

async function realPath(path: string): Promise<string | undefined> {
  if (path === '') return undefined;
  try {
    return await realpath(path);
  } catch {
    const folder = await realpath(dirname(path)).catch(() => undefined);
    return folder === undefined ? undefined : join(folder, basename(path));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));
