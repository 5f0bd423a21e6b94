import type { Files } from '../core/host.ts';
import { readAll } from '../util/readFile.ts';
import { DocumentText } from './documentText.ts';

/** What a client tells of a document instead of sending its text: that it is what the file holds, and by what to know that it is. */
export interface Unsent {
  /** Lines as editors count them. */
  readonly lines: number;
  /** Length in UTF-16 code units. */
  readonly units: number;
  readonly lineEnd: '\n' | '\r\n';
}

/** More than any editor shows as text. */
const LARGEST = 256 * 1024 * 1024;
const STEP = 1024 * 1024;
const CR = 13;
const LF = 10;

/**
 * The text of a document as its file has it; `undefined` where that is not what the client shows: the file changed, or it shows other line ends, or
 * characters that the bytes do not spell, as editors make line ends alike and put U+FFFD where they cannot decode.
 */
export async function readUnsent(files: Files, uri: string, unsent: Unsent, pause: () => Promise<void>): Promise<DocumentText | undefined> {
  const file = await files.open(uri);
  if ('refused' in file) return undefined;
  try {
    if (file.size > LARGEST) return undefined;
    const bytes = await readAll(file, file.size);
    if (!hasLineEnds(bytes, unsent.lineEnd) || startsWithMark(bytes) || !await isUtf8(bytes, pause)) return undefined;
    const text = DocumentText.of(bytes);
    return text.lines === unsent.lines && text.units === unsent.units ? text : undefined;
  } finally {
    await file.close();
  }
}

/** No carriage return at all, or one before every line feed and nowhere else. */
function hasLineEnds(bytes: Uint8Array, lineEnd: Unsent['lineEnd']): boolean {
  if (lineEnd === '\n') return !bytes.includes(CR);
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) return false;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== CR) return false;
  return true;
}

const startsWithMark = ([first, second, third]: Uint8Array): boolean => first === 0xef && second === 0xbb && third === 0xbf;

async function isUtf8(bytes: Uint8Array, pause: () => Promise<void>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
      await pause();
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
