// What a reader must know of the bytes before its own, in one fast walk.
import { equalMask, prefixXor } from './masks';

/** Offsets into the answer: quotes modulo 2; line ends outside of quotes if the block begins outside of them; the same if it begins inside. */
const PARITY: usize = 0;
const OUTSIDE: usize = 4;
const INSIDE: usize = 8;

/** Walks over a block and writes three words to `answer`. */
export function survey(bytes: usize, length: u32, quote: u32, lineEnd: u32, answer: usize): void {
  const quotes = i8x16.splat(<i8>quote);
  const ends = i8x16.splat(<i8>lineEnd);
  let inside: u64 = 0;
  let outsideEnds: u32 = 0;
  let insideEnds: u32 = 0;
  let i: u32 = 0;
  for (; i + 64 <= length; i += 64) {
    const at = bytes + i;
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    const within = quote == 0 ? 0 : prefixXor(equalMask(quotes, a, b, c, d)) ^ inside;
    const found = equalMask(ends, a, b, c, d);
    outsideEnds += <u32>popcnt(found & ~within);
    insideEnds += <u32>popcnt(found & within);
    inside = <u64>(<i64>within >> 63);
  }
  for (; i < length; i++) {
    const byte = <u32>load<u8>(bytes + i);
    if (quote != 0 && byte == quote) inside = ~inside;
    else if (byte == lineEnd && inside == 0) outsideEnds++;
    else if (byte == lineEnd) insideEnds++;
  }
  store<u32>(answer + PARITY, <u32>(inside & 1));
  store<u32>(answer + OUTSIDE, outsideEnds);
  store<u32>(answer + INSIDE, insideEnds);
}
