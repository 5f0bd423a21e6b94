const QUOTE = 34;
const BACKSLASH = 92;
const LETTER_U = 117;
const PLAIN: Readonly<Record<number, number>> = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };

/** The size of an escape that begins at a backslash, and the character it stands for; half a character is U+FFFD, which is what encoders make of it. */
interface Escape {
  readonly size: number;
  readonly point: number;
}

function escapeAt(bytes: Uint8Array, at: number): Escape {
  const code = bytes[at + 1] ?? 0;
  if (code !== LETTER_U) return { size: 2, point: PLAIN[code] ?? code };
  const unit = hex(bytes, at + 2);
  if (!isHigh(unit) || bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== 117) return { size: 6, point: isHigh(unit) || isLow(unit) ? 0xfffd : unit };
  const low = hex(bytes, at + 8);
  return isLow(low) ? { size: 12, point: 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) } : { size: 6, point: 0xfffd };
}

/**
 * Writes the content of a JSON string, `[start, end)` without its quotes, to `target` from `to` on as UTF-8, escapes resolved, and returns where it ends.
 * The target may be the same bytes from the same place on. With `doubled` a quote is written twice, as cells of a chunk have it: no escape gets longer.
 */
export function resolveEscapes(bytes: Uint8Array, start: number, end: number, target: Uint8Array, to: number, doubled = false): number {
  let put = to;
  for (let at = start; at < end;) {
    const byte = bytes[at] ?? 0;
    if (byte !== BACKSLASH) {
      target[put++] = byte;
      at++;
      continue;
    }
    if (bytes[at + 1] === LETTER_U) {
      const unit = hex(bytes, at + 2);
      // Nearly all codes are of three bytes.
      if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) {
        target[put] = 0xe0 | unit >> 12;
        target[put + 1] = 0x80 | unit >> 6 & 63;
        target[put + 2] = 0x80 | unit & 63;
        put += 3;
        at += 6;
        continue;
      }
    }
    const { size, point } = escapeAt(bytes, at);
    at += size;
    put = putCharacter(target, put, point);
    if (doubled && point === QUOTE) target[put++] = QUOTE;
  }
  return put;
}

/** Where the byte that is `resolved` bytes into the content of a JSON string stands among its bytes as written: the start of the escape it is of. */
export function writtenOffset(bytes: Uint8Array, start: number, end: number, resolved: number, doubled = false): number {
  let at = start;
  for (let passed = 0; at < end && passed < resolved;) {
    if (bytes[at] !== BACKSLASH) {
      at++;
      passed++;
      continue;
    }
    const { size, point } = escapeAt(bytes, at);
    passed += sizeOf(point) + Number(doubled && point === QUOTE);
    if (passed > resolved) return at;
    at += size;
  }
  return at;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const sizeOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

function hex(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = bytes[i] ?? 0;
    value = value * 16 + (byte <= 57 ? byte - 48 : (byte | 32) - 87);
  }
  return value;
}

/** Writes a character as UTF-8 and returns where the next one goes. */
function putCharacter(bytes: Uint8Array, to: number, point: number): number {
  const size = sizeOf(point);
  if (size === 1) {
    bytes[to] = point;
    return to + 1;
  }
  for (let i = size - 1, rest = point; i > 0; i--, rest >>= 6) bytes[to + i] = 0x80 | (rest & 63);
  bytes[to] = (0xf00 >> size & 0xff) | (point >> (6 * (size - 1)));
  return to + size;
}
