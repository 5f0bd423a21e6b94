/** Bits of the widest values that fit an integer together with the byte before them. */
const NARROW = 24;

/**
 * Fills `to` from the hybrid of runs and packed bits that levels, indices and booleans are written in (Apache Parquet, Encodings: RLE = 3), which lies at
 * `[at, stop)`. Never reads nor writes beyond either; throws where the bytes end too early.
 */
export function readRuns(bytes: Uint8Array, at: number, stop: number, width: number, to: Uint32Array): void {
  if (width > 32) throw new Error('values of more than 32 bits');
  let from = at;
  for (let count = 0; count < to.length;) {
    let header = 0;
    for (let shift = 0, byte = 128; byte >= 128; shift += 7) {
      if (from >= stop || shift > 28) throw new Error('a run has no length');
      byte = bytes[from++] ?? 0;
      header += (byte & 127) * 2 ** shift;
    }
    const packed = header % 2 === 1;
    const end = Math.min(to.length, count + (packed ? 8 : 1) * Math.floor(header / 2));
    const size = packed ? Math.floor(header / 2) * width : Math.ceil(width / 8);
    const needed = packed ? Math.ceil(((end - count) * width) / 8) : size;
    if (from + needed > stop) throw new Error('a run is cut short');
    if (packed) unpack(bytes, from, width, to, count, end);
    else to.fill(littleEndian(bytes, from, size), count, end);
    from += size;
    count = end;
  }
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

function unpack(bytes: Uint8Array, at: number, width: number, to: Uint32Array, first: number, end: number): void {
  if (width > NARROW) unpackWide(bytes, at, width, to, first, end);
  else {
    const mask = (1 << width) - 1;
    let bits = 0;
    let held = 0;
    let from = at;
    for (let i = first; i < end; i++) {
      for (; held < width; held += 8) bits |= (bytes[from++] ?? 0) << held;
      to[i] = bits & mask;
      bits >>>= width;
      held -= width;
    }
  }
}

/** The same in doubles, which hold 53 bits. */
function unpackWide(bytes: Uint8Array, at: number, width: number, to: Uint32Array, first: number, end: number): void {
  const limit = 2 ** width;
  let bits = 0;
  let held = 0;
  let from = at;
  for (let i = first; i < end; i++) {
    for (; held < width; held += 8) bits += (bytes[from++] ?? 0) * 2 ** held;
    to[i] = bits % limit;
    bits = Math.floor(bits / limit);
    held -= width;
  }
}
