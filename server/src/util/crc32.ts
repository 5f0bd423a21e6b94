/** CRC-32 of ISO 3309 as gzip and ZIP have it, of `bytes` after what `before` is the sum of. Eight bytes a step (slicing by eight, Kounavis 2005). */
export function crc32(bytes: Uint8Array, before = 0): number {
  const table = tables();
  let crc = ~before;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    const low = crc ^ at(bytes, i) ^ (at(bytes, i + 1) << 8) ^ (at(bytes, i + 2) << 16) ^ (at(bytes, i + 3) << 24);
    crc = at(table, 0x700 | (low & 0xff)) ^ at(table, 0x600 | ((low >>> 8) & 0xff)) ^ at(table, 0x500 | ((low >>> 16) & 0xff)) ^ at(table, 0x400 | (low >>> 24))
      ^ at(table, 0x300 | at(bytes, i + 4)) ^ at(table, 0x200 | at(bytes, i + 5)) ^ at(table, 0x100 | at(bytes, i + 6)) ^ at(table, at(bytes, i + 7));
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ at(table, (crc ^ at(bytes, i)) & 0xff);
  return ~crc >>> 0;
}

const at = (array: Uint8Array | Int32Array, index: number): number => array[index] ?? 0;

let built: Int32Array | undefined;

/** Eight tables of 256: sums of a byte that is followed by none, one, ... seven zero bytes. */
function tables(): Int32Array {
  if (built) return built;
  const table = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  for (let i = 256; i < table.length; i++) table[i] = (at(table, i - 256) >>> 8) ^ at(table, at(table, i - 256) & 0xff);
  built = table;
  return table;
}
