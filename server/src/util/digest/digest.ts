import { md5, sha1 } from './chained.ts';
import { sha256 } from './sha256.ts';
import { sha512 } from './sha512.ts';

/** A digest of bytes that come in pieces. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** Hexadecimal digits in lower case. Nothing may be added afterwards. */
  finish(): string;
}

const HASHES = { md5, sha1, sha256, sha512 } as const;

/** MD5 (RFC 1321) or one of the Secure Hash Standard (FIPS 180-4), to find out whether a file is the one somebody described. */
export function createDigest(algorithm: keyof typeof HASHES): Digest {
  const hash = HASHES[algorithm]();
  const rest = new Uint8Array(hash.block);
  let held = 0;
  let total = 0;
  const update = (bytes: Uint8Array): void => {
    total += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(bytes.length, hash.block - held);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < hash.block) return;
      hash.take(rest, 0, hash.block);
      held = 0;
    }
    const whole = at + Math.floor((bytes.length - at) / hash.block) * hash.block;
    hash.take(bytes, at, whole);
    rest.set(bytes.subarray(whole));
    held = bytes.length - whole;
  };
  return { update, finish: () => (update(padding(total, hash.block, algorithm === 'md5')), hash.hex()) };
}

/** One bit, zeros, and the length in bits, so that the whole is a number of blocks. */
function padding(total: number, block: number, littleEndian: boolean): Uint8Array {
  const length = block / 8;
  const bytes = new Uint8Array(block - ((total + length) % block) + length);
  bytes[0] = 0x80;
  const view = new DataView(bytes.buffer);
  const [high, low] = [Math.floor(total / 2 ** 29), (total % 2 ** 29) * 8];
  view.setUint32(bytes.length - (littleEndian ? 4 : 8), high, littleEndian);
  view.setUint32(bytes.length - (littleEndian ? 8 : 4), low, littleEndian);
  return bytes;
}
