import type { ImageMode } from '../core/images.ts';
import { factsIn, Tiff } from './exif.ts';
import type { TiffEntry } from './exif.ts';
import type { HeaderAnswer } from './answer.ts';

const WIDTH = 0x0100;
const HEIGHT = 0x0101;
const PHOTOMETRIC = 0x0106;
const SAMPLES = 0x0115;
/** Where the picture lies, in strips or in tiles, and how long each is. */
const PARTS = [[0x0111, 0x0117], [0x0144, 0x0145]] as const;
/** Bit 0 of this tag marks a smaller copy of another picture. */
const SUBFILE = 0x00fe;
const MOST_PAGES = 4096;
const MOST_PARTS = 65536;

/** TIFF 6.0: the first directory, and how many full pictures there are. Directories lie anywhere, so the whole file is asked for. */
export function readTiff(bytes: Uint8Array, size: number): HeaderAnswer {
  if (bytes.length < size) return 'more';
  const tiff = new Tiff(bytes);
  // BigTIFF has wide offsets; what it holds is not read.
  if (tiff.u16(2) === 43) return { format: 'tiff' };
  const first = tiff.directory(tiff.u32(4));
  if (!first.whole) return { format: 'tiff', fault: tiff.u32(4) >= size ? 'cut-short' : 'damaged' };
  const number = (tag: number): number | undefined => first.entries.filter(entry => entry.tag === tag).map(entry => tiff.number(entry))[0];
  const [width = 0, height = 0] = [number(WIDTH), number(HEIGHT)];
  if (width === 0 || height === 0) return { format: 'tiff', fault: 'damaged' };
  const exif = factsIn(tiff, first.entries);
  const mode = modeOf(number(PHOTOMETRIC), number(SAMPLES) ?? 1);
  const fault = reachesBeyond(tiff, first.entries) ? { fault: 'cut-short' as const } : {};
  return { format: 'tiff', width, height, frames: pagesOf(tiff, first.next), ...(mode && { mode }), ...(exif && { exif }), ...fault };
}

function modeOf(photometric: number | undefined, samples: number): ImageMode | undefined {
  switch (photometric) {
    case 0: case 1: return samples > 1 ? 'grey-alpha' : 'grey';
    case 2: case 6: return samples > 3 ? 'colour-alpha' : 'colour';
    case 3: return 'palette';
    case 5: return 'cmyk';
    default: return undefined;
  }
}

function pagesOf(tiff: Tiff, next: number): number {
  let pages = 1;
  const seen = new Set<number>();
  for (let at = next; at !== 0 && !seen.has(at) && seen.size < MOST_PAGES;) {
    seen.add(at);
    const directory = tiff.directory(at);
    if (!directory.whole) break;
    if (!directory.entries.some(entry => entry.tag === SUBFILE && (tiff.number(entry) & 1) === 1)) pages++;
    at = directory.next;
  }
  return pages;
}

/** Whether a strip or tile ends beyond the file. */
function reachesBeyond(tiff: Tiff, entries: readonly TiffEntry[]): boolean {
  for (const [offsets, lengths] of PARTS) {
    const [from, long] = [entries.find(({ tag }) => tag === offsets), entries.find(({ tag }) => tag === lengths)];
    if (!from || !long) continue;
    for (let i = 0; i < Math.min(from.count, long.count, MOST_PARTS); i++) {
      if (valueAt(tiff, from, i) + valueAt(tiff, long, i) > tiff.bytes.length) return true;
    }
  }
  return false;
}

const valueAt = (tiff: Tiff, { type, at }: TiffEntry, i: number): number => (type === 3 ? tiff.u16(at + 2 * i) : tiff.u32(at + 4 * i));
