/** A run of a document's UTF-8, counted. It never ends between a carriage return and its line feed, or inside a character. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Line breaks: LF, CR LF and lone CR. */
  readonly breaks: number;
  /** Length in UTF-16 code units. */
  readonly units: number;
}

export const BREAK = { lf: 10, cr: 13 } as const;

/** Upper limit of a piece in bytes, and the size new pieces are cut to where a line ends near it. */
const LARGEST = 128 * 1024;
const USUAL = 96 * 1024;

export function pieceOf(bytes: Uint8Array): Piece {
  let breaks = 0;
  let units = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      units += 1;
      if (byte === BREAK.lf || (byte === BREAK.cr && bytes[i + 1] !== BREAK.lf)) breaks += 1;
    } else if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return { bytes, breaks, units };
}

/** Cuts bytes into runs of at most `LARGEST`, at line ends where there are any. The runs are views. */
export function cut(bytes: Uint8Array): readonly Uint8Array[] {
  const runs: Uint8Array[] = [];
  let from = 0;
  while (bytes.length - from > LARGEST) {
    const to = cutPoint(bytes, from);
    runs.push(bytes.slice(from, to));
    from = to;
  }
  if (from < bytes.length) runs.push(from === 0 ? bytes : bytes.slice(from));
  return runs;
}

function cutPoint(bytes: Uint8Array, from: number): number {
  for (let to = from + USUAL; to > from + USUAL / 2; to -= 1) {
    if (bytes[to - 1] === BREAK.lf || (bytes[to - 1] === BREAK.cr && bytes[to] !== BREAK.lf)) return to;
  }
  let to = from + USUAL;
  while (((bytes[to] ?? 0) & 0xc0) === 0x80 || (bytes[to - 1] === BREAK.cr && bytes[to] === BREAK.lf)) to -= 1;
  return to;
}

export function joins(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

/** Offset right after the `n`th line break, from 1; the length where there are fewer. */
export function nthBreak(bytes: Uint8Array, n: number): number {
  let left = n;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === BREAK.lf || (byte === BREAK.cr && bytes[i + 1] !== BREAK.lf)) {
      left -= 1;
      if (left === 0) return i + 1;
    }
  }
  return bytes.length;
}

/** Line breaks that end at or before `end`. */
export function countBreaks(bytes: Uint8Array, end: number): number {
  let breaks = 0;
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i];
    if (byte === BREAK.lf || (byte === BREAK.cr && bytes[i + 1] !== BREAK.lf)) breaks += 1;
  }
  return breaks;
}

/** UTF-16 code units between two offsets. */
export function measureUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i += 1) units += unitsOf(bytes[i] ?? 0);
  return units;
}

/** Walks whole characters from `from` while at most `units` are used: never into the middle of a surrogate pair. */
export function advanceUnits(bytes: Uint8Array, from: number, units: number): { readonly bytes: number; readonly units: number } {
  let at = from;
  let used = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (used + unitsOf(byte) > units) break;
    used += unitsOf(byte);
    at += 1;
    while (((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  }
  return { bytes: at - from, units: used };
}

/** Units of the character a lead byte starts; none for continuation bytes. */
function unitsOf(byte: number): number {
  if (byte >= 0x80 && byte < 0xc0) return 0;
  return byte >= 0xf0 ? 2 : 1;
}
