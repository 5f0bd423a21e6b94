import ignore from 'ignore';
import picomatch from 'picomatch';
import type { Cancellation, Files, Refusal } from '../core/host.ts';
import { isRefusal, NEVER_CANCELLED } from '../core/host.ts';

/** Folders that hold other people's files. They are never entered unless they are named. */
const SKIPPED = new Set(['.git/', 'node_modules/', '.hg/', '.svn/', '.venv/', 'venv/', '__pycache__/', '.cache/', '.vscode-test/']);
const MOST_FOLDERS = 100_000;

export interface Discovery {
  /** Folder to search. */
  readonly root: string;
  /** Globs relative to the root; everything when empty. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether a file of this name is a dataset or a description. */
  accepts(fileName: string): boolean;
  readonly cancellation?: Cancellation;
  /** Told of every folder that cannot be read; the others are searched all the same. */
  unread?(uri: string, why: Refusal): void;
}

/**
 * Files below a folder, in alphabetical order: what git ignores and what others installed is left out, links to folders are not followed.
 */
export async function* discover(files: Files, { root, include, exclude, accepts, cancellation = NEVER_CANCELLED, unread }: Discovery): AsyncGenerator<string> {
  const included = include.length > 0 ? picomatch([...include], { dot: true }) : () => true;
  const excluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  const base = root.endsWith('/') ? root : `${root}/`;
  const waiting: Folder[] = [{ path: '', ignores: [] }];
  for (let folders = 0; waiting.length > 0 && folders < MOST_FOLDERS && !cancellation.cancelled; folders++) {
    const folder = waiting.shift();
    if (!folder) return;
    const names = await files.list(base + encodePath(folder.path));
    if (isRefusal(names)) {
      unread?.((base + encodePath(folder.path)).replace(/\/$/, ''), names);
      continue;
    }
    const ignores = [...folder.ignores, ...(names.includes('.gitignore') ? [await readIgnores(files, base, folder.path)] : [])];
    const kept = names.filter(name => !isIgnored(folder.path + name, ignores) && !excluded(folder.path + name));
    waiting.unshift(...kept.filter(name => name.endsWith('/') && !SKIPPED.has(name)).map(name => ({ path: folder.path + name, ignores })));
    for (const name of kept) {
      if (!name.endsWith('/') && accepts(name) && included(folder.path + name)) yield base + encodePath(folder.path + name);
    }
  }
}

interface Folder {
  /** Relative to the root, empty or ending in `/`. */
  readonly path: string;
  readonly ignores: readonly Ignores[];
}

/** The patterns of one `.gitignore`, which hold below its folder. */
interface Ignores {
  readonly folder: string;
  ignores(path: string): boolean;
}

function isIgnored(path: string, ignores: readonly Ignores[]): boolean {
  return ignores.some(one => one.ignores(path.slice(one.folder.length)));
}

const LONGEST_IGNORE = 1024 * 1024;

async function readIgnores(files: Files, base: string, folder: string): Promise<Ignores> {
  const handle = await files.open(`${base}${encodePath(folder)}.gitignore`);
  if (isRefusal(handle)) return { folder, ignores: () => false };
  const bytes = new Uint8Array(Math.min(handle.size, LONGEST_IGNORE));
  const count = await handle.read(bytes, 0);
  await handle.close();
  const patterns = ignore().add(new TextDecoder().decode(bytes.subarray(0, count)));
  return { folder, ignores: path => path !== '' && patterns.ignores(path) };
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
