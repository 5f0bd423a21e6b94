import { Inflate } from 'fflate';
import type { Source } from '../../core/format.ts';
import { readInto } from '../../util/readInto.ts';

/** The parts of a ZIP archive by name. */
export type Archive = ReadonlyMap<string, Entry>;

interface Entry {
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

/** The end record and the longest comment behind it. */
const TAIL = 22 + 0xffff;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const FEED = 64 * 1024;
/** Names in an archive take far less. */
const DIRECTORY = 16 * 1024 * 1024;

/** Reads the directory of an archive (APPNOTE.TXT 4.3.12, 4.3.16), or says that it is not there or not to be read. */
export async function openArchive(source: Source): Promise<Archive | 'cut-short' | 'directory'> {
  const size = source.size ?? 0;
  const tail = await bytesAt(source, Math.max(0, size - TAIL), Math.min(size, TAIL));
  let at = tail.length - 22;
  const end = viewOf(tail);
  while (at >= 0 && end.getUint32(at, true) !== END) at--;
  if (at < 0) return 'cut-short';
  const [length, offset] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)];
  if (length > DIRECTORY || offset + length > size) return 'directory';
  return entriesOf(await bytesAt(source, offset, length)) ?? 'directory';
}

function entriesOf(bytes: Uint8Array): Archive | undefined {
  const view = viewOf(bytes);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= bytes.length;) {
    if (view.getUint32(at, true) !== CENTRAL) return undefined;
    const name = view.getUint16(at + 28, true);
    const file = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    entries.set(file, { method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks a part and hands its text over in pieces, until `take` has enough. False where the part ends early or is damaged. */
export async function unpack(source: Source, { method, size, offset }: Entry, take: (text: string) => boolean): Promise<boolean> {
  const decoder = new TextDecoder();
  const head = await bytesAt(source, offset, 30);
  if (head.length < 30 || (method !== 0 && method !== 8)) return false;
  const view = viewOf(head);
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  let more = true;
  let ended = method === 0;
  const inflate = new Inflate((bytes, final) => {
    ended = final;
    more &&= take(decoder.decode(bytes, { stream: !final }));
  });
  try {
    for (let position = start; more && position < start + size; position += FEED) {
      const wanted = Math.min(FEED, start + size - position);
      const packed = await bytesAt(source, position, wanted);
      const isLast = position + FEED >= start + size;
      if (method === 0) more = take(decoder.decode(packed, { stream: !isLast }));
      else inflate.push(packed, isLast);
      if (packed.length < wanted) return false;
    }
  } catch {
    // The package throws at the first bits that mean nothing; what came before has been taken.
    return false;
  }
  return ended || !more;
}

async function bytesAt(source: Source, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, await readInto(source, bytes, position));
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
