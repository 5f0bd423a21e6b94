import * as zlib from 'node:zlib';
import type { Unpack } from '../../core/unpack.ts';

/** Since 22.15; the types that are compiled against are those of the oldest Node that is served. */
const given: unknown = Reflect.get(zlib, 'zstdDecompressSync');

/** Zstandard as Node brings it, where it does. */
export const unzstd: Unpack | undefined = typeof given === 'function' ? (packed, length) => {
  const unpacked: unknown = given(packed, { maxOutputLength: Math.max(1, length) });
  if (!(unpacked instanceof Uint8Array)) throw new Error('nothing was unpacked');
  return unpacked;
} : undefined;
