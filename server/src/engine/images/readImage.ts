import type { FileFacts, ImageWants } from '../../core/images.ts';
import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { Source } from '../../core/format.ts';
import { decode } from '../../images/decode.ts';
import { endsWhole, isWhole, TAIL } from '../../images/ending.ts';
import { readHeader } from '../../images/header.ts';
import { measure } from '../../images/measure.ts';
import { readAll } from '../../util/readFile.ts';
import { readInto } from '../../util/readInto.ts';
import { createDigest } from '../digest.ts';

/** Bytes of the first look at a file: most headers end there. */
const FIRST = 16 * 1024;
/** Times more bytes for the next look. */
const FURTHER = 16;
/** Bytes of a file that is read as a whole at most. */
const LARGEST = 256 * 1024 * 1024;

/** Reads the header of an image and, where they are wanted, its pixels. `undefined` where it cannot be opened. */
export async function readImage(files: Pick<Files, 'open'>, uri: string, wants: ImageWants): Promise<FileFacts | undefined> {
  const file = await files.open(uri);
  if (isRefusal(file)) return undefined;
  try {
    return await factsOf(file, file.size, wants);
  } finally {
    await file.close();
  }
}

async function factsOf(file: Source, size: number, { pixels, digest }: ImageWants): Promise<FileFacts> {
  const whole = (pixels || digest) && size <= LARGEST ? await readAll(file, size) : undefined;
  const header = whole ? readHeader(whole, size) : await headerOf(file, size);
  if (header === 'more') return { bytes: size };
  const facts: FileFacts = { bytes: size, ...header, ...(digest && whole && { digest: digestOf(whole) }) };
  if (facts.fault || !facts.format) return facts;
  if (!await isThere(file, size, facts, whole)) return { ...facts, fault: 'cut-short' };
  const decoded = pixels && whole ? decode(facts.format, whole) : undefined;
  if (!decoded) return facts;
  if (decoded === 'damaged') return { ...facts, fault: 'damaged' };
  return decoded.share < LEAST_SHARE ? { ...facts, fault: decoded.broken === true ? 'damaged' : 'cut-short' } : { ...facts, pixels: measure(decoded) };
}

/** Part of a picture whose data must be there; the last blocks of some writers are missing, and nobody sees it. */
const LEAST_SHARE = 0.98;

async function headerOf(file: Source, size: number): Promise<ReturnType<typeof readHeader>> {
  for (let length = FIRST; ; length *= FURTHER) {
    const bytes = await readAll(file, Math.min(length, size));
    const header = readHeader(bytes, size);
    if (header !== 'more' || length >= Math.min(size, LARGEST)) return header;
  }
}

/** Whether the picture goes on to its end; where the last bytes do not tell, all are looked at. */
async function isThere(file: Source, size: number, { format }: FileFacts, whole: Uint8Array | undefined): Promise<boolean> {
  if (whole) return endsWhole(format, whole.subarray(-TAIL)) || isWhole(format, whole);
  const tail = new Uint8Array(Math.min(TAIL, size));
  await readInto(file, tail, size - tail.length);
  return endsWhole(format, tail) || size > LARGEST || isWhole(format, await readAll(file, size));
}

function digestOf(bytes: Uint8Array): string {
  const digest = createDigest('sha256');
  digest.update(bytes);
  return digest.finish();
}
