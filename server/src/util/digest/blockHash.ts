/** A hash function that takes blocks one after the other. */
export interface BlockHash {
  /** Bytes of a block. */
  readonly block: 64 | 128;
  /** Takes whole blocks from `bytes`, from one offset up to another. */
  take(bytes: Uint8Array, from: number, to: number): void;
  /** The digest so far in hexadecimal digits; blocks have to be padded before. */
  hex(): string;
}

/** Words as hexadecimal digits, big end first. */
export const hexOf = (words: Iterable<number>): string => [...words].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
