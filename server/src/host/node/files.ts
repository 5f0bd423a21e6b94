import { type FileHandle as NodeFile, open, readdir, stat } from 'node:fs/promises';
import type { FileFacts, FileHandle, Files, Refusal, Sink } from '../../core/host.ts';
import { type Permissions, permittedPath } from './permissions.ts';
import { createFile, replaceFile } from './replaceFile.ts';
import { unzstd } from './unzstd.ts';

/** Files on the disk of this machine. Failures come back as refusals; nothing here throws for what a disk holds. */
export function nodeFiles(permissions: Permissions): Files {
  const at = async <T>(uri: string, act: (path: string) => Promise<T>): Promise<T | Refusal> => {
    const path = await permittedPath(uri, permissions);
    if (typeof path !== 'string') return path;
    return act(path).catch(refusalOf);
  };
  return {
    stat: uri => at(uri, factsOf),
    open: uri => at(uri, openFile),
    list: uri => at(uri, listFolder),
    write: async (uri, bytes) => {
      if (!permissions.mayWrite()) return { refused: 'untrusted', detail: 'the workspace is not trusted' };
      return at(uri, path => replaceFile(path, sink => sink.write(bytes)));
    },
    replace: async (uri, expected, produce) => {
      if (!permissions.mayWrite()) return { refused: 'untrusted', detail: 'the workspace is not trusted' };
      return at(uri, path => replaceExpected(path, expected, produce));
    },
    create: async (uri, produce, over) => {
      if (!permissions.mayWrite()) return { refused: 'untrusted', detail: 'the workspace is not trusted' };
      return at(uri, path => (over ? replaceFile(path, produce) : createFile(path, produce)));
    },
  };
}

/** Somebody else may write to the file while the new one is made: it is looked at before and after. */
async function replaceExpected(path: string, expected: FileFacts, produce: (sink: Sink) => Promise<undefined | Refusal>): Promise<undefined | Refusal> {
  const asExpected = async (): Promise<undefined | Refusal> => {
    const { kind, size, modified } = await factsOf(path);
    const same = kind === expected.kind && size === expected.size && modified === expected.modified;
    return same ? undefined : { refused: 'changed', detail: 'size or time differ' };
  };
  const before = await asExpected();
  if (before) return before;
  return replaceFile(path, async sink => (await produce(sink)) ?? asExpected());
}

async function factsOf(path: string): Promise<FileFacts> {
  const facts = await stat(path);
  return { kind: facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other', size: facts.size, modified: facts.mtimeMs };
}

/** Opens regular files only: opening a pipe would wait for somebody to write into it. */
async function openFile(path: string): Promise<FileHandle | Refusal> {
  const facts = await factsOf(path);
  if (facts.kind !== 'file') return { refused: 'not-a-file', detail: `a ${facts.kind}, not a file` };
  return handleOf(await open(path, 'r'), facts.size);
}

function handleOf(file: NodeFile, size: number): FileHandle {
  return {
    size,
    read: async (target, position) => (await file.read(target, 0, target.length, position)).bytesRead,
    ...(unzstd && { unzstd }),
    close: () => file.close(),
  };
}

async function listFolder(path: string): Promise<readonly string[] | Refusal> {
  const facts = await factsOf(path);
  if (facts.kind !== 'folder') return { refused: 'not-a-file', detail: 'not a folder' };
  const entries = await readdir(path, { withFileTypes: true });
  return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
}

const REFUSALS: Readonly<Record<string, Refusal['refused']>> = {
  ENOENT: 'missing', ENOTDIR: 'missing', EACCES: 'not-permitted', EPERM: 'not-permitted', EROFS: 'not-permitted', EISDIR: 'not-a-file', EEXIST: 'exists', ENOSPC: 'no-room', EDQUOT: 'no-room',
};

export function refusalOf(cause: unknown): Refusal {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return { refused: REFUSALS[code] ?? 'unreadable', detail: code };
}
