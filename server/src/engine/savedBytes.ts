import type { FileHandle, Files } from '../core/host.ts';
import { decoderOf } from '../util/charset/decode.ts';
import { detectEncoding } from '../util/charset/detect.ts';
import { READ_ENCODINGS } from '../util/charset/labels.ts';
import type { EncodingName } from '../util/charset/labels.ts';
import { lookAtUtf8 } from '../util/charset/utf8.ts';
import { readAll } from '../util/readFile.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { DocumentText } from './documentText.ts';
import { type Control, goesOn } from './pass.ts';

/** Documents bigger than this are checked as the client sent them: comparing them with the disk would cost more than the check. */
const LIMIT = 8 * 1024 * 1024;

/** What the file behind a document tells about it. */
export interface Saved {
  /** The file, where the document shows exactly what it holds although its bytes differ. The caller closes it. */
  readonly file: FileHandle | undefined;
  /** The encoding the editor reads the file in. */
  readonly shownAs: EncodingName;
  /** The encoding it is written in, by its bytes. */
  readonly written: EncodingName;
}

/**
 * Holds a document against its file: editors drop a byte-order mark, make line ends alike, decode, and put U+FFFD where they cannot. Only the file tells
 * of these. `undefined` where the document is all there is to know: it was changed, or is what the file holds; and when cancelled.
 */
export async function openSaved(files: Files, uri: string, text: DocumentText, control: Control): Promise<Saved | undefined> {
  if (text.size > LIMIT) return undefined;
  const file = await files.open(uri).catch(() => undefined);
  if (!file || 'refused' in file) return undefined;
  const saved = file.size <= 2 * LIMIT ? await compare(file, text, control).catch(() => undefined) : undefined;
  if (!saved?.isSame) await file.close();
  return saved && (saved.isSame || saved.shownAs !== saved.written) ? { ...saved, file: saved.isSame ? file : undefined } : undefined;
}

async function compare(file: FileHandle, text: DocumentText, control: Control): Promise<Verdict | undefined> {
  const bytes = await readAll(file, file.size);
  if (!await goesOn(control)) return undefined;
  const shown = text.bytes();
  const difference = await differenceOf(bytes, shown, control);
  if (difference === undefined || difference === 'equal') return undefined;
  if (difference !== 'alike' && isEdit(difference, bytes, shown) && await holdsReplacement(shown, control) !== true) return undefined;
  const detected = detectEncoding(bytes.subarray(firstOdd(bytes)).subarray(0, DETECTED), false);
  const written = 'unread' in detected ? 'utf-8' : detected.encoding;
  if (difference === 'alike') return { isSame: true, shownAs: 'utf-8', written };
  return await goesOn(control) ? compareDecoded(bytes, shown, written) : undefined;
}

type Verdict = Omit<Saved, 'file'> & { readonly isSame: boolean };

/**
 * Whether no encoding explains where they part, as every one leaves ASCII as it is. Where the file has more, and where it has a byte that stands for
 * something else in some encoding, it may.
 */
function isEdit({ first, second }: Difference, bytes: Uint8Array, shown: Uint8Array): boolean {
  const [read, now] = [bytes[first] ?? 0, shown[second] ?? 0];
  const isContinuation = (now & 0xc0) === 0x80;
  return read > 0 && read < 0x80 && !isContinuation;
}

/** Full-width punctuation begins with the same byte: so many of them are passed over before others have a turn. */
const PASSED = 20_000;

/** Whether a text holds U+FFFD, which stands where bytes could not be decoded; `undefined` when cancelled. */
async function holdsReplacement(text: Uint8Array, control: Control): Promise<boolean | undefined> {
  for (let at = text.indexOf(0xef), passed = 0; at !== -1; at = text.indexOf(0xef, at + 1)) {
    if (text[at + 1] === 0xbf && text[at + 2] === 0xbd) return true;
    if (++passed % PASSED === 0 && !await goesOn(control)) return undefined;
  }
  return false;
}

/** Tries the encodings an editor may have read the file in. */
function compareDecoded(bytes: Uint8Array, shown: Uint8Array, written: EncodingName): Verdict | undefined {
  const own = withOneLineEnd(new TextDecoder().decode(shown));
  // Text that is all UTF-8 is hardly ever shown as anything else; every keystroke of a changed document asks.
  const candidates = written === 'utf-8' && isUtf8(bytes) ? [written] : [...new Set(['utf-8', written, ...READ_ENCODINGS])];
  const likely = candidates.filter(encoding => own.includes(textIn(sampleOf(bytes, encoding), encoding)));
  const same = likely.find(encoding => textIn(bytes, encoding) === own);
  if (same !== undefined) return { isSame: true, shownAs: same, written };
  // A changed document in which the damage of a wrong encoding is still to be seen.
  return likely[0] === 'utf-8' && written !== 'utf-8' && own.includes('\ufffd') ? { isSame: false, shownAs: 'utf-8', written } : undefined;
}

/** Start of the text around the first byte beyond ASCII: what is before it says nothing about the encoding. */
function firstOdd(bytes: Uint8Array): number {
  const odd = bytes.findIndex(byte => byte >= 0x80 || byte === 0);
  return odd <= SAMPLE ? 0 : bytes.lastIndexOf(10, odd) + 1;
}

const SAMPLE = 4096;
/** Bytes from there on that are looked at to tell the encoding. */
const DETECTED = 64 * 1024;

/** Whole lines around the first byte beyond ASCII. */
function sampleOf(bytes: Uint8Array, encoding: EncodingName): Uint8Array {
  if (encoding.startsWith('utf-16')) return bytes.subarray(2, Math.min(SAMPLE, bytes.length & ~1));
  const from = firstOdd(bytes);
  const to = bytes.indexOf(10, Math.min(bytes.length, from + SAMPLE));
  return bytes.subarray(from, to === -1 ? bytes.length : to);
}

const isUtf8 = (bytes: Uint8Array): boolean => lookAtUtf8(bytes, true, 1).invalid.length === 0;

const textIn = (bytes: Uint8Array, encoding: EncodingName): string =>
  withOneLineEnd(new TextDecoder().decode(encoding === 'utf-8' ? bytes : decoderOf(encoding)(bytes, true).bytes));

const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');
