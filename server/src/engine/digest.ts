import { md5, sha1 } from '@noble/hashes/legacy';
import { sha256, sha512 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { HashAlgorithm } from '../core/description.ts';

/** A digest of bytes that come in pieces. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** Hexadecimal digits in lower case. Nothing may be added afterwards. */
  finish(): string;
}

const HASHES = { md5, sha1, sha256, sha512 } as const;

/** MD5 (RFC 1321) or one of the Secure Hash Standard (FIPS 180-4), to find out whether a file is the one somebody described. */
export function createDigest(algorithm: HashAlgorithm): Digest {
  const hash = HASHES[algorithm].create();
  return { update: bytes => void hash.update(bytes), finish: () => bytesToHex(hash.digest()) };
}
