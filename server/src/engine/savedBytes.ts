import type { FileHandle, Files } from '../core/host.ts';
import type { DocumentText } from './documentText.ts';
import { readAll } from '../util/readFile.ts';

/** Documents bigger than this are checked as the client sent them: comparing them with the disk would cost more than the check. */
const LIMIT = 8 * 1024 * 1024;

/**
 * The file behind a document, opened, when the document shows exactly what the file holds although its bytes differ: editors drop a
 * byte-order mark, make line ends alike, and put U+FFFD where bytes are not UTF-8. Only the file tells of these. `undefined` elsewhere.
 */
export async function openSaved(files: Files, uri: string, text: DocumentText): Promise<FileHandle | undefined> {
  if (text.size > LIMIT) return undefined;
  const file = await files.open(uri).catch(() => undefined);
  if (!file || 'refused' in file) return undefined;
  const wanted = file.size <= 2 * LIMIT && await showsTheSame(file, text).catch(() => false);
  if (!wanted) await file.close();
  return wanted ? file : undefined;
}

async function showsTheSame(file: FileHandle, text: DocumentText): Promise<boolean> {
  const saved = await readAll(file, file.size);
  const shown = text.bytes();
  if (saved.length === shown.length && saved.every((byte, i) => byte === shown[i])) return false;
  return withOneLineEnd(new TextDecoder().decode(saved)) === withOneLineEnd(new TextDecoder().decode(shown));
}

const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');
