import { framesOf } from './gif.ts';
import type { GifFrame } from './gif.ts';
import type { Decoded } from './luma.ts';
import { u8 } from './numbers.ts';
import { Painter } from './painter.ts';

const MOST_PIXELS = 64_000_000;
const MOST_CODES = 4096;

/** The luminance of the first picture of a GIF file. */
export function decodeGif(bytes: Uint8Array): Decoded | undefined {
  const [frame] = framesOf(bytes).frames;
  if (!frame || frame.palette === 0 || frame.width * frame.height === 0 || frame.width * frame.height > MOST_PIXELS) return undefined;
  const { pixels, known, broken } = unpack(bytes, frame);
  const palette = bytes.subarray(frame.palette, frame.palette + 3 * frame.colours);
  const painter = new Painter(frame.width, frame.height, { type: 3, depth: 8, palette, alphas: new Uint8Array(0) });
  rowsOf(frame).forEach((y, i) => painter.row(pixels.subarray(i * frame.width, (i + 1) * frame.width), frame.width, { y }));
  return { ...painter.decoded(), share: known / pixels.length, broken };
}

/** Rows in the order they come. */
function rowsOf({ height, interlaced }: GifFrame): readonly number[] {
  const from = (first: number, step: number): readonly number[] => Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, i) => first + i * step);
  return interlaced ? [...from(0, 8), ...from(4, 8), ...from(2, 4), ...from(1, 2)] : from(0, 1);
}

/** LZW with codes that grow up to 12 bits (GIF 89a, appendix F). Codes that mean nothing end the picture; `known` pixels come before them. */
function unpack(bytes: Uint8Array, { data, width, height }: GifFrame): { readonly pixels: Uint8Array; readonly known: number; readonly broken: boolean } {
  const pixels = new Uint8Array(width * height);
  const size = Math.min(11, Math.max(1, u8(bytes, data)));
  const clear = 1 << size;
  const [prefix, suffix, length] = [new Uint16Array(MOST_CODES), new Uint8Array(MOST_CODES), new Uint16Array(MOST_CODES)];
  for (let code = 0; code < clear; code++) [suffix[code], length[code]] = [code, 1];
  let [next, bits, last, at, broken] = [clear + 2, size + 1, -1, 0, false];
  const codes = codesOf(bytes, data + 1);
  while (at < pixels.length) {
    const code = codes(bits);
    if (code < 0 || code === clear + 1) break;
    if (code === clear) {
      [next, bits, last] = [clear + 2, size + 1, -1];
      continue;
    }
    broken = code > next || (last < 0 && code >= clear);
    if (broken) break;
    if (last >= 0 && next < MOST_CODES) {
      prefix[next] = last;
      length[next] = (length[last] ?? 0) + 1;
      suffix[next] = firstOf(code < next ? code : last, prefix, suffix, length);
      next++;
      if (next === 1 << bits && bits < 12) bits++;
    }
    const run = length[code] ?? 0;
    for (let step = run - 1, each = code; step >= 0; step--, each = prefix[each] ?? 0) if (at + step < pixels.length) pixels[at + step] = suffix[each] ?? 0;
    at += run;
    last = code;
  }
  return { pixels, known: Math.min(at, pixels.length), broken };
}

function firstOf(code: number, prefix: Uint16Array, suffix: Uint8Array, length: Uint16Array): number {
  let at = code;
  for (let left = length[code] ?? 1; left > 1; left--) at = prefix[at] ?? 0;
  return suffix[at] ?? 0;
}

/** Reads codes of so many bits from the blocks that begin at `from`; -1 at their end. */
function codesOf(bytes: Uint8Array, from: number): (bits: number) => number {
  let [at, left, buffer, count] = [from, 0, 0, 0];
  return bits => {
    while (count < bits) {
      if (left === 0) {
        left = u8(bytes, at++);
        if (left === 0 || at > bytes.length) return -1;
      }
      buffer |= u8(bytes, at++) << count;
      count += 8;
      left--;
    }
    const code = buffer & (1 << bits) - 1;
    buffer >>>= bits;
    count -= bits;
    return code;
  };
}
