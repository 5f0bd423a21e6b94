import type { Source } from '../../core/format.ts';
import type { EncodingBasis } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { detectEncoding } from '../../util/charset/detect.ts';
import type { DetectedEncoding } from '../../util/charset/detect.ts';
import { guessEncoding } from '../../util/charset/guess.ts';
import { lookAtUtf8 } from '../../util/charset/utf8.ts';
import { readAll } from '../../util/readFile.ts';
import { readHead } from '../head.ts';
import type { Scan } from '../scan.ts';
import { Gunzipped } from './gunzipped.ts';
import type { Misreading } from './misread.ts';
import { fill, Transcoded } from './transcoded.ts';

/** What is known of a source before its encoding is. */
export interface TextSetup {
  /** The text of an open document: UTF-8 whatever the file is written in. */
  readonly isDocument?: boolean;
  /** Whether the file name says that the file is packed with gzip. */
  readonly packed: boolean;
  readonly declared?: string | undefined;
  /** How an editor reads the file, and how it is written. */
  readonly misread?: Misreading | undefined;
}

/** A file as the UTF-8 that formats read. */
export interface Text {
  readonly source: Source;
  readonly encoding: string;
  readonly basis: EncodingBasis | undefined;
  /** The source behind unpacking and decoding, where there is any; then threads cannot share the file. */
  readonly unpacked: Source;
  readonly gunzipped: Gunzipped | undefined;
  /** Whether the file name promises gzip and the file is not packed. */
  readonly misnamed: boolean;
  readonly transcoded: Transcoded | undefined;
  /** Bytes of the file that were read so far, for progress: those of the text are other ones. */
  readonly taken: () => number;
}

/** A file that is no text. */
export function asIs(original: Source): Text {
  let taken = 0;
  const source: Source = {
    ...(original.unzstd && { unzstd: original.unzstd }),
    ...(original.documents && { documents: original.documents }),
    get size() { return original.size; },
    async read(target, position) {
      const count = await original.read(target, position);
      taken = Math.max(taken, position + count);
      return count;
    },
  };
  return { source, encoding: 'utf-8', basis: undefined, unpacked: source, gunzipped: undefined, misnamed: false, transcoded: undefined, taken: () => taken };
}

/** Finds out how a file is packed and encoded by its first bytes. A fact says why it cannot be read where it cannot. */
export async function openText(original: Source, setup: TextSetup): Promise<Text | { readonly unreadable: StructuralFact }> {
  let taken = 0;
  const counted: Source = {
    get size() { return original.size; },
    read: async (target, position) => {
      const count = await original.read(target, position);
      taken = position + count;
      return count;
    },
  };
  const gunzipped = setup.packed && await isGzip(original) ? new Gunzipped(counted) : undefined;
  const unpacked = gunzipped ?? original;
  const shared = { unpacked, gunzipped, misnamed: setup.packed && !gunzipped && original.size !== 0, taken: () => taken };
  const { misread } = setup;
  if (setup.isDocument) {
    const basis: EncodingBasis | undefined = misread && { on: 'shown', characters: 0, fitting: 0, shownAs: misread.shownAs };
    return { ...shared, source: unpacked, encoding: misread?.written ?? 'utf-8', basis, transcoded: undefined };
  }
  const head = await readHead(unpacked);
  const detected = detectEncoding(head, unpacked.size !== undefined && head.length >= unpacked.size, setup.declared);
  if ('unread' in detected) {
    return { unreadable: { kind: 'unsupported-encoding', place: { at: 'file' }, numbers: { utf32: Number(detected.unread === 'utf-32') } } };
  }
  return { ...shared, ...decoded(gunzipped ?? counted, gunzipped ?? original, misread ? chosenBetween(detected, misread) : detected) };
}

type Chosen = Omit<DetectedEncoding, 'basis'> & Pick<EncodingBasis, 'shownAs'> & { readonly basis: EncodingBasis['on'] };

/** A person who chose another encoding than UTF-8 in the editor knows better than a guess; what opens as UTF-8 was chosen by nobody. */
function chosenBetween(detected: DetectedEncoding, { written, shownAs }: Misreading): Chosen {
  if (shownAs === detected.encoding || written === shownAs) return detected;
  if (shownAs === 'utf-8') return detected.encoding === 'utf-8' ? { ...detected, encoding: written, basis: 'shown', shownAs } : { ...detected, shownAs };
  return { ...detected, encoding: shownAs, basis: 'shown' };
}

function decoded(counted: Source, plain: Source, found: Chosen): Pick<Text, 'source' | 'encoding' | 'basis' | 'transcoded'> {
  const { encoding, basis: on, characters, fitting, against, shownAs } = found;
  const basis: EncodingBasis = { on, characters, fitting, ...(against !== undefined && { against }), ...(shownAs !== undefined && { shownAs }) };
  const transcoded = encoding === 'utf-8' ? undefined : new Transcoded(counted, encoding);
  return { source: transcoded ?? plain, encoding, basis, transcoded };
}

/** The text of a file of which it is known how it is packed and encoded. */
export function textIn(original: Source, packed: boolean, encoding: string): Source {
  const unpacked = packed ? new Gunzipped(original) : original;
  return encoding === 'utf-8' ? unpacked : new Transcoded(unpacked, encoding);
}

async function isGzip(source: Source): Promise<boolean> {
  const [first, second] = await readAll(source, 2);
  return first === 0x1f && second === 0x8b;
}

/** What a scan knows of where bytes are not UTF-8. */
export type Invalid = Pick<Scan, 'facts' | 'index'>;

/** Bytes that are looked at around the first one that is not UTF-8. */
const AROUND = 64 * 1024;

/**
 * The same text in the encoding that shows only later: a file that begins with ASCII alone was taken for UTF-8, and the bytes where the first of
 * them is not valid read as something else. `undefined` where UTF-8 stands.
 */
export async function reopenText(text: Text, { facts, index }: Invalid): Promise<Text | undefined> {
  const invalid = facts.find(({ kind }) => kind === 'invalid-utf8');
  if (text.basis?.on !== 'ascii' || !invalid) return undefined;
  const offset = 'row' in invalid.place ? index.offsetOf(invalid.place.row) ?? 0 : 0;
  const bytes = await firstHigh(text.unpacked, offset);
  const look = lookAtUtf8(bytes, false);
  const guess = look.characters < look.invalid.length ? guessEncoding(bytes) : undefined;
  return guess && { ...text, ...decoded(text.unpacked, text.unpacked, { ...guess, basis: 'characters', against: text.basis.against }) };
}

/** Bytes from the first one beyond ASCII on, at `offset` or after it. */
async function firstHigh(source: Source, offset: number): Promise<Uint8Array> {
  const block = new Uint8Array(AROUND);
  for (let position = offset; ; position += AROUND) {
    const bytes = await fill(block, source, position);
    const at = bytes.findIndex(byte => byte >= 0x80);
    if (at !== -1) return fill(block, source, position + at);
    if (bytes.length < AROUND) return bytes;
  }
}
