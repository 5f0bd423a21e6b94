import type { HeaderAnswer } from './answer.ts';
import { u16le, u8 } from './numbers.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** A picture of a GIF file: where its data begins, how big it is, its own colours. */
export interface GifFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly interlaced: boolean;
  /** Offset of the table of its colours, 3 bytes each, 0 where there is none. */
  readonly palette: number;
  readonly colours: number;
  /** Offset of the byte before its first block of data. */
  readonly data: number;
}

/** GIF 89a: the logical screen, and all pictures. Asks for the whole file, since nothing but its end tells how many there are. */
export function readGif(bytes: Uint8Array, size: number): HeaderAnswer {
  if (bytes.length < size) return 'more';
  const [width, height] = [u16le(bytes, 6), u16le(bytes, 8)];
  if (size < 13) return { format: 'gif', fault: 'cut-short' };
  if (width === 0 || height === 0) return { format: 'gif', fault: 'damaged' };
  const { frames, end } = framesOf(bytes);
  if (end === 'damaged' && frames.length === 0) return { format: 'gif', fault: 'damaged' };
  return { format: 'gif', width, height, mode: 'palette', frames: Math.max(1, frames.length), ...(end !== 'whole' && { fault: end }) };
}

/** The pictures of a file, and whether it ends as it should. What follows the trailer is no part of it. */
export function framesOf(bytes: Uint8Array): { readonly frames: readonly GifFrame[]; readonly end: 'whole' | 'cut-short' | 'damaged' } {
  const frames: GifFrame[] = [];
  const screen = u8(bytes, 10);
  const shared = (screen & 0x80) !== 0 ? 2 << (screen & 7) : 0;
  let at = 13 + 3 * shared;
  while (at < bytes.length) {
    const kind = u8(bytes, at);
    if (kind === TRAILER) return { frames, end: frames.length > 0 ? 'whole' : 'damaged' };
    if (kind === EXTENSION) at = afterBlocks(bytes, at + 2);
    else if (kind === IMAGE) {
      const flags = u8(bytes, at + 9);
      const own = (flags & 0x80) !== 0 ? 2 << (flags & 7) : 0;
      const data = at + 10 + 3 * own;
      const after = afterBlocks(bytes, data + 1);
      if (after > bytes.length) return { frames, end: 'cut-short' };
      frames.push({
        left: u16le(bytes, at + 1), top: u16le(bytes, at + 3), width: u16le(bytes, at + 5), height: u16le(bytes, at + 7), interlaced: (flags & 0x40) !== 0,
        palette: own > 0 ? at + 10 : shared > 0 ? 13 : 0, colours: own > 0 ? own : shared, data,
      });
      at = after;
    } else if (kind === 0) at++;
    else return { frames, end: 'damaged' };
  }
  // Many writers leave out the trailer; what matters is that a picture is there as a whole.
  return { frames, end: frames.length > 0 ? 'whole' : 'cut-short' };
}

/** Where a run of blocks ends that begins at `at`; beyond the bytes where it does not. */
function afterBlocks(bytes: Uint8Array, at: number): number {
  while (at < bytes.length) {
    const length = u8(bytes, at);
    at += 1 + length;
    if (length === 0) return at;
  }
  return bytes.length + 1;
}
