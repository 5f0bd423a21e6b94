/** Unpacks a block to `length` bytes; throws where it is damaged. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;
