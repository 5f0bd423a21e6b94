/** What can be said of a run of bytes without knowing its cells. */
export interface ByteFacts {
  readonly lineFeeds: number;
  readonly carriageReturns: number;
  readonly controls: number;
  readonly hasNonAscii: boolean;
  readonly invalidUtf8: number;
}

export function inspect(bytes: Uint8Array): ByteFacts {
  let lineFeeds = 0;
  let carriageReturns = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 10) lineFeeds++;
    else if (byte === 13) carriageReturns++;
    else if (byte < 0x20 && byte !== 9) controls++;
  }
  return { lineFeeds, carriageReturns, controls, hasNonAscii: bytes.some((byte) => byte >= 0x80), invalidUtf8: firstInvalid(bytes) };
}

/** Offset of the first byte of the first ill-formed sequence, or -1. */
function firstInvalid(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

/** Bytes of the well-formed character at `at`, or 0: the Unicode Standard, table 3-7. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k] ?? 0;
    const least = k === 1 && lead === 0xe0 ? 0xa0 : k === 1 && lead === 0xf0 ? 0x90 : 0x80;
    const most = k === 1 && lead === 0xed ? 0x9f : k === 1 && lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** The largest offset up to `at` that does not cut a character in two; never before `from`. */
export function wholeCharacters(bytes: Uint8Array, from: number, at: number): number {
  for (let back = 1; back <= 3 && at - back >= from; back++) {
    const byte = bytes[at - back] ?? 0;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) return at - back;
  }
  return at;
}
