import { randomBytes } from '@noble/hashes/utils';
import { seeded } from '../../util/mix.ts';

const MANY = 1024;

/** Numbers in [0, 1) of 53 bits from the system's secure source. */
export function secureRandom(): () => number {
  let bytes = new Uint8Array(0);
  let at = 0;
  return () => {
    if (at === bytes.length) [bytes, at] = [Uint8Array.from(randomBytes(8 * MANY)), 0];
    const words = new DataView(bytes.buffer, at, 8);
    at += 8;
    return fraction(words.getUint32(0), words.getUint32(4));
  };
}

/** The same from a seed, for runs that are to be repeated. */
export function seededRandom(seed: number): () => number {
  const random = seeded(seed);
  return () => fraction(Math.floor(random() * 2 ** 32), Math.floor(random() * 2 ** 32));
}

const fraction = (high: number, low: number): number => ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
