/** Unsigned numbers in bytes; what lies beyond the end counts as 0, so that whoever reads asks for the length where that matters. */
export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
export const u16be = (bytes: Uint8Array, at: number): number => u8(bytes, at) << 8 | u8(bytes, at + 1);
export const u16le = (bytes: Uint8Array, at: number): number => u8(bytes, at) | u8(bytes, at + 1) << 8;
export const u24le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) | u8(bytes, at + 2) << 16;
export const u32be = (bytes: Uint8Array, at: number): number => u16be(bytes, at) * 0x10000 + u16be(bytes, at + 2);
export const u32le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u16le(bytes, at + 2) * 0x10000;

/** ASCII of some bytes. */
export const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 256)));
