/** Takes tokens in the order of a text. Offsets are into its bytes; `isCharacter`: of a script without spaces between words. */
export type TokenSink = (low: number, high: number, from: number, to: number, isCharacter: boolean) => void;

/** What a byte begins. */
const [BREAK, LETTER, CHARACTER, KANA, TWO, THREE, FOUR] = [0, 1, 2, 3, 4, 5, 6];
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x80) return byte >= 48 && byte <= 57 || (byte | 32) >= 97 && (byte | 32) <= 122 ? LETTER : BREAK;
  if (byte < 0xc0) return BREAK;
  if (byte === 0xc2) return TWO;
  if (byte === 0xe3) return KANA;
  if (byte >= 0xe4 && byte <= 0xe9) return CHARACTER;
  // General punctuation, and full-width signs.
  if (byte === 0xe2 || byte === 0xef) return THREE;
  return byte >= 0xf0 ? FOUR : LETTER;
});
const BACKSLASH = 92;
const [LOW_PRIME, HIGH_PRIME] = [0x01000193, 0x01000197];

/**
 * Reads the words of UTF-8 as 64-bit hashes in two halves, in lower case as far as ASCII goes; a character of Chinese, or of kana, is one by itself, and
 * signs are none. `escaped`: the bytes are those of a JSON string whose escapes are of one letter.
 */
export function readTokens(bytes: Uint8Array, start: number, end: number, escaped: boolean, sink: TokenSink): void {
  for (let at = start; at < end;) {
    const byte = bytes[at] ?? 0;
    const kind = KINDS[byte] ?? BREAK;
    if (kind === LETTER) at = readWord(bytes, at, end, sink);
    else if (kind === CHARACTER || kind === KANA && (bytes[at + 1] ?? 0) > 0x80) {
      const code = byte << 16 | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0);
      sink(Math.imul(code, 0x9e3779b1), Math.imul(code, 0x85ebca77), at, at + 3, true);
      at += 3;
    } else if (kind === BREAK) at += escaped && byte === BACKSLASH ? 2 : 1;
    else at += kind === TWO ? 2 : kind === FOUR ? 4 : 3;
  }
}

function readWord(bytes: Uint8Array, from: number, end: number, sink: TokenSink): number {
  let [low, high, at] = [0x811c9dc5, 0x27d4eb2f, from];
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 ? KINDS[byte] !== LETTER : byte >= 0xc0 && KINDS[byte] !== LETTER) break;
    const plain = byte >= 65 && byte <= 90 ? byte | 32 : byte;
    low = Math.imul(low ^ plain, LOW_PRIME);
    high = Math.imul(high ^ plain, HIGH_PRIME);
  }
  sink(low, high, from, at, false);
  return at;
}
