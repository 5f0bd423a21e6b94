const PLAIN: Readonly<Record<number, number>> = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };

/**
 * Resolves the escapes of the string at `[start, end)`, quotes included, in place, and returns where it starts now: it still ends at `end`. A quote of the
 * content is doubled, as cells have it, so no escape gets longer. Half a character becomes U+FFFD, which is what encoders make of it.
 */
export function unescape(bytes: Uint8Array, start: number, end: number): number {
  let to = start + 1;
  for (let at = start + 1; at < end - 1; ) {
    const byte = bytes[at] ?? 0;
    if (byte !== 92) {
      bytes[to++] = byte;
      at++;
      continue;
    }
    const code = bytes[at + 1] ?? 0;
    at += 2;
    if (code !== 117) {
      to = put(bytes, to, PLAIN[code] ?? code);
      continue;
    }
    let point = hex(bytes, at);
    at += 4;
    if (isHigh(point) && bytes[at] === 92 && bytes[at + 1] === 117 && isLow(hex(bytes, at + 2))) {
      point = 0x10000 + ((point - 0xd800) << 10) + (hex(bytes, at + 2) - 0xdc00);
      at += 6;
    }
    to = put(bytes, to, isHigh(point) || isLow(point) ? 0xfffd : point);
  }
  bytes[to++] = 34;
  bytes.copyWithin(end - (to - start), start, to);
  return end - (to - start);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function hex(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = bytes[i] ?? 0;
    value = value * 16 + (byte <= 57 ? byte - 48 : (byte | 32) - 87);
  }
  return value;
}

/** Writes a character as UTF-8, a quote twice, and returns where the next one goes. */
function put(bytes: Uint8Array, to: number, point: number): number {
  if (point < 0x80) {
    bytes[to] = point;
    if (point !== 34) return to + 1;
    bytes[to + 1] = point;
    return to + 2;
  }
  const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (let i = size - 1, rest = point; i > 0; i--, rest >>= 6) bytes[to + i] = 0x80 | (rest & 63);
  bytes[to] = (0xf00 >> size & 0xff) | (point >> (6 * (size - 1)));
  return to + size;
}
