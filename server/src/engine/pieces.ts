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
const LARGEST = 48 * 1024;
const USUAL = 32 * 1024;

export function pieceOf(bytes: Uint8Array): Piece {
  return { bytes, breaks: countBreaks(bytes), units: unitsIn(bytes) };
}

/** A piece after an edit, `bytes` being what it holds now. What stayed is not counted again, unless there are carriage returns, whose line feeds may come or go. */
export function editedPiece(before: Piece, from: number, to: number, inserted: Uint8Array, bytes: Uint8Array): Piece {
  if (before.bytes.includes(BREAK.cr) || inserted.includes(BREAK.cr)) return pieceOf(bytes);
  const removed = pieceOf(before.bytes.slice(from, to));
  const added = pieceOf(inserted);
  return { bytes, breaks: before.breaks - removed.breaks + added.breaks, units: before.units - removed.units + added.units };
}

/** `indexOf` searches natively; a carriage return alone is rare. */
function countBreaks(bytes: Uint8Array): number {
  let breaks = 0;
  for (let at = bytes.indexOf(BREAK.lf); at !== -1; at = bytes.indexOf(BREAK.lf, at + 1)) breaks += 1;
  for (let at = bytes.indexOf(BREAK.cr); at !== -1; at = bytes.indexOf(BREAK.cr, at + 1)) if (bytes[at + 1] !== BREAK.lf) breaks += 1;
  return breaks;
}

/** Four bytes at a time where they are ASCII: each is one unit then. Continuation bytes are none, and the lead of four bytes is two. */
function unitsIn(bytes: Uint8Array): number {
  const skipped = -bytes.byteOffset & 3;
  const words = bytes.length < skipped ? NO_WORDS : new Int32Array(bytes.buffer, bytes.byteOffset + skipped, (bytes.length - skipped) >> 2);
  let units = measureUnits(bytes, 0, Math.min(skipped, bytes.length));
  for (let i = 0; i < words.length; i += 1) {
    const at = skipped + 4 * i;
    units += ((words[i] ?? 0) & HIGH_BITS) === 0 ? 4 : measureUnits(bytes, at, at + 4);
  }
  return units + measureUnits(bytes, skipped + 4 * words.length, bytes.length);
}

const NO_WORDS = new Int32Array(0);
const HIGH_BITS = 0x80808080 | 0;

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

const ends = new WeakMap<Piece, Uint32Array>();

/** Offsets right after each line break of a piece: found once, for whoever types asks the same piece again and again. */
export function breakEnds(piece: Piece): Uint32Array {
  const known = ends.get(piece);
  if (known) return known;
  const { bytes } = piece;
  const found = new Uint32Array(piece.breaks);
  let count = 0;
  if (!bytes.includes(BREAK.cr)) for (let at = bytes.indexOf(BREAK.lf); at !== -1; at = bytes.indexOf(BREAK.lf, at + 1)) found[count++] = at + 1;
  else for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === BREAK.lf || (bytes[i] === BREAK.cr && bytes[i + 1] !== BREAK.lf)) found[count++] = i + 1;
  ends.set(piece, found);
  return found;
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
