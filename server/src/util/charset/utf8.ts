/** What bytes look like read as UTF-8. */
export interface Utf8Look {
  /** Well-formed characters of two to four bytes. */
  readonly characters: number;
  /** Offsets of bytes that are not UTF-8, each once: the first byte of a maximal wrong sequence (Unicode, section 3.9). */
  readonly invalid: readonly number[];
  /** Bytes of 0x80 and above. */
  readonly high: number;
}

/** Looks through bytes as UTF-8. A character that is cut at the end counts as nothing unless they are the `last`. */
export function lookAtUtf8(bytes: Uint8Array, last: boolean, limit = Infinity): Utf8Look {
  const invalid: number[] = [];
  let [characters, high] = [0, 0];
  for (let i = 0; i < bytes.length && invalid.length < limit;) {
    if ((bytes[i] ?? 0) < 0x80) {
      i += 1;
      continue;
    }
    const { length, whole } = sequenceAt(bytes, i);
    high += length;
    if (whole) characters += 1;
    else if (last || i + length < bytes.length) invalid.push(i);
    i += length;
  }
  return { characters, invalid, high };
}

/** The sequence at `at`: its bytes as far as they can belong to one character, and whether they make one. */
function sequenceAt(bytes: Uint8Array, at: number): { readonly length: number; readonly whole: boolean } {
  const lead = bytes[at] ?? 0;
  const wanted = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
  // The second byte is narrower after some leads: no overlong forms, no surrogates, nothing beyond U+10FFFF (Unicode, table 3-7).
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let top = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let length = 1;
  for (; length < wanted; length++) {
    const byte = bytes[at + length] ?? 0;
    if (byte < low || byte > top) break;
    [low, top] = [0x80, 0xbf];
  }
  return { length, whole: wanted > 1 && length === wanted };
}
