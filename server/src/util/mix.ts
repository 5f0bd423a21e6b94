/** Mixes an integer below 2 ** 32 with a seed into one that looks random: the finaliser of MurmurHash3 (Appleby, public domain). */
export function mix(value: number, seed: number): number {
  let mixed = Math.imul(value ^ seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Numbers in [0, 1) that follow from a seed alone. */
export function seeded(seed: number): () => number {
  let turn = 0;
  return () => mix(turn++, seed) / 2 ** 32;
}
