import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FILE_REQUESTS } from '../../server/src/protocol/messages.ts';
import type { FileRequests, FileStat, UriParams } from '../../server/src/protocol/messages.ts';

/** The server refuses bigger files in words before it asks; this only guards the memory of the extension host. */
const LARGEST = 100 * 1024 * 1024;

/** Lends the server VS Code's file system, for workspaces that are not on a disk it can read. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(FILE_REQUESTS.stat, ({ uri }: UriParams) => quietly(() => stat(vscode.Uri.parse(uri)))),
    client.onRequest(FILE_REQUESTS.read, ({ uri }: UriParams) => quietly(() => read(vscode.Uri.parse(uri)))),
    client.onRequest(FILE_REQUESTS.list, ({ uri }: UriParams) => quietly(() => list(vscode.Uri.parse(uri)))),
  );
}

/** For the server a file that cannot be had is not there. */
async function quietly<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}

async function stat(uri: vscode.Uri): Promise<FileStat> {
  const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
  return { kind: kindOf(type), size, modified: mtime };
}

async function read(uri: vscode.Uri): Promise<FileRequests['lintel/fs/read']['result']> {
  if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return null;
  return { base64: toBase64(await vscode.workspace.fs.readFile(uri)) };
}

async function list(uri: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => (kindOf(type) === 'folder' ? `${name}/` : name));
}

/** A link is what it leads to, as the flags of VS Code have it. */
function kindOf(type: vscode.FileType): FileStat['kind'] {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

/** In pieces: a function call takes only so many arguments. The length of a piece divides by three, so that the pieces can be joined. */
function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
