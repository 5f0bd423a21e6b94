// The tokens of JSON (RFC 8259) as far as nothing is to be said about them. Functions return the address after a token, or 0 where it is broken or odd:
// then the line is read by server/src/formats/jsonText, which says what is wrong with it. A line ends with a control byte, which ends every token.

/** Whether the string read last has escapes. */
export let hasEscapes: bool = false;

/** The first byte from `at` on that is neither space nor tab. */
// @ts-ignore: decorator
@inline
export function space(at: usize): usize {
  while (load<u8>(at) == 32 || load<u8>(at) == 9) at++;
  return at;
}

/** A string, given the address after its opening quote. */
export function stringEnd(at: usize): usize {
  const quote = i8x16.splat(34);
  const backslash = i8x16.splat(92);
  const firstText = i8x16.splat(32);
  hasEscapes = false;
  while (true) {
    const v = v128.load(at);
    const found = <u32>i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, backslash)), i8x16.lt_u(v, firstText)));
    if (found == 0) {
      at += 16;
      continue;
    }
    at += ctz(found);
    const byte = load<u8>(at);
    if (byte == 34) return at + 1;
    if (byte != 92) return 0;
    at = escapeEnd(at);
    if (at == 0) return 0;
    hasEscapes = true;
  }
}

/** An escape; two that make one character are one, half a character is odd. */
function escapeEnd(at: usize): usize {
  const code = load<u8>(at, 1);
  if (code != 0x75) return isSimple(code) ? at + 2 : 0;
  const unit = hexUnit(at + 2);
  if (unit < 0) return 0;
  if ((unit & 0xf800) != 0xd800) return at + 6;
  if (unit >= 0xdc00 || load<u16>(at, 6) != 0x755c) return 0;
  return (hexUnit(at + 8) & ~0x3ff) == 0xdc00 ? at + 12 : 0;
}

/** The letters that may follow a backslash by themselves. */
// @ts-ignore: decorator
@inline
function isSimple(code: u8): bool {
  return code == 0x6e || code == 34 || code == 92 || code == 0x2f || code == 0x74 || code == 0x72 || code == 0x62 || code == 0x66;
}

/** The number that four hexadecimal digits stand for, or -1. */
export function hexUnit(at: usize): i32 {
  let value = 0;
  for (let i: usize = 0; i < 4; i++) {
    const byte = <i32>load<u8>(at + i);
    const letter = (byte | 32) - 0x61;
    const digit = byte - 0x30;
    if (<u32>digit < 10) value = (value << 4) | digit;
    else if (<u32>letter < 6) value = (value << 4) | (letter + 10);
    else return -1;
  }
  return value;
}

/** A number that no reader rounds to another integer and that is finite: at most 15 digits before the point, and two of a power. */
export function numberEnd(at: usize): usize {
  if (load<u8>(at) == 0x2d) at++;
  let end = digitsEnd(at);
  const digits = end - at;
  if (digits - 1 >= 15 || (digits > 1 && load<u8>(at) == 0x30)) return 0;
  if (load<u8>(end) == 0x2e) {
    const fraction = end + 1;
    end = digitsEnd(fraction);
    if (end == fraction) return 0;
  }
  if ((load<u8>(end) | 32) != 0x65) return end;
  const sign = load<u8>(end, 1);
  const power = end + 1 + usize(sign == 0x2b || sign == 0x2d);
  end = digitsEnd(power);
  return end - power - 1 < 2 ? end : 0;
}

// @ts-ignore: decorator
@inline
function digitsEnd(at: usize): usize {
  while (true) {
    const others = <u32>i8x16.bitmask(i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(9)));
    if (others != 0) return at + ctz(others);
    at += 16;
  }
}

/** `true`, `false` or `null`. */
// @ts-ignore: decorator
@inline
export function wordEnd(at: usize): usize {
  const word = load<u32>(at);
  if (word == 0x6c6c756e || word == 0x65757274) return at + 4;
  return word == 0x736c6166 && load<u8>(at, 4) == 0x65 ? at + 5 : 0;
}

/** A string, number or word, given its first byte. */
export function scalarEnd(at: usize): usize {
  const byte = <u32>load<u8>(at);
  if (byte == 34) return stringEnd(at + 1);
  return byte == 0x2d || byte - 0x30 < 10 ? numberEnd(at) : wordEnd(at);
}
