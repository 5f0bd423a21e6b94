import * as vscode from 'vscode';
import type { FileHandle, Files, Refusal } from '../../../server/src/core/host.ts';
import type { ProjectFiles } from '../../../server/src/scaffold/plan.ts';

/** VS Code's file system as the scaffold wants it. What is written goes into a sibling that is then renamed. */
export const vscodeFiles: Files & ProjectFiles = {
  stat: uri => allowed(async () => {
    const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return { kind: type & vscode.FileType.Directory ? 'folder' : type & vscode.FileType.File ? 'file' : 'other', size, modified: mtime };
  }),
  open: uri => allowed(async () => handleOf(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)))),
  list: uri => allowed(async () => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.map(([name, type]) => (type & vscode.FileType.Directory ? `${name}/` : name));
  }),
  makeFolder: uri => allowed(async () => void await vscode.workspace.fs.createDirectory(vscode.Uri.parse(uri))),
  write: (uri, bytes) => allowed(() => writeBeside(vscode.Uri.parse(uri), bytes, false)),
  overwrite: (uri, bytes) => allowed(() => writeBeside(vscode.Uri.parse(uri), bytes, true)),
  remove: uri => allowed(async () => void await vscode.workspace.fs.delete(vscode.Uri.parse(uri), { useTrash: true })),
  replace: () => Promise.resolve({ refused: 'not-permitted', detail: 'a project is new files only' }),
  create: () => Promise.resolve({ refused: 'not-permitted', detail: 'a project is small files only' }),
};

async function writeBeside(target: vscode.Uri, bytes: Uint8Array, overwrite: boolean): Promise<undefined> {
  const sibling = target.with({ path: `${target.path}.lintel-${Math.random().toString(36).slice(2)}` });
  try {
    await vscode.workspace.fs.writeFile(sibling, bytes);
    await vscode.workspace.fs.rename(sibling, target, { overwrite });
  } catch (error) {
    await vscode.workspace.fs.delete(sibling).then(undefined, () => undefined);
    throw error;
  }
}

/** Templates are small: they are read whole. */
function handleOf(bytes: Uint8Array): FileHandle {
  return {
    size: bytes.length,
    async read(target, position) {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
    close: async () => undefined,
  };
}

async function allowed<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    return { refused: reasonOf(error), detail: String(error) };
  }
}

function reasonOf(error: unknown): Refusal['refused'] {
  switch (error instanceof vscode.FileSystemError ? error.code : '') {
    case 'FileNotFound': return 'missing';
    case 'FileIsADirectory': case 'FileNotADirectory': case 'FileExists': return 'not-a-file';
    case 'NoPermissions': return 'not-permitted';
    default: return 'unreadable';
  }
}
