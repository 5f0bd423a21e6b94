import type { ImageFacts } from '../core/images.ts';

/** An image that looks like another one. */
export interface Likeness {
  readonly row: number;
  /** Bits in which their hashes differ. */
  readonly bits: number;
}

/** Luminance must vary so much, and hold so many bits, for the hash of a picture to hang on what it shows. */
const LEAST_CONTRAST = 10;
const LEAST_ENTROPY = 3;
/** Images with one part of their hash in common that are looked at; more have it for lack of anything to see. */
const MOST_ALIKE = 5000;
const PARTS = 8;

/**
 * For each image, those whose perceptual hash differs in no more than some bits, nearest first, then in the order of the table. Hashes of eight parts that
 * differ in fewer than eight bits have a part in common, so only those are compared.
 */
export function likenessesOf(images: readonly ImageFacts[], { bits, side }: { readonly bits: number; readonly side: number }): (row: number) => readonly Likeness[] {
  const hashes = images.map(image => (tells(image, side) ? partsOf(image.pixels?.hash ?? '') : undefined));
  const byPart = Array.from({ length: PARTS }, () => new Map<number, number[]>());
  hashes.forEach((hash, row) => hash?.forEach((part, i) => {
    const rows = byPart[i]?.get(part);
    if (!rows) byPart[i]?.set(part, [row]);
    else if (rows.length < MOST_ALIKE) rows.push(row);
  }));
  return row => {
    const own = hashes[row];
    if (!own) return [];
    const found = new Map<number, number>();
    own.forEach((part, i) => byPart[i]?.get(part)?.forEach(other => {
      const hash = hashes[other];
      if (other === row || !hash || found.has(other)) return;
      const distance = distanceOf(own, hash);
      if (distance <= bits) found.set(other, distance);
    }));
    return [...found].map(([other, distance]) => ({ row: other, bits: distance })).sort((a, b) => a.bits - b.bits || a.row - b.row);
  };
}

function tells({ width = 0, height = 0, pixels }: ImageFacts, side: number): boolean {
  return pixels !== undefined && Math.min(width, height) >= side && pixels.contrast >= LEAST_CONTRAST && pixels.entropy >= LEAST_ENTROPY;
}

const partsOf = (hash: string): Uint8Array => Uint8Array.from({ length: PARTS }, (_, i) => Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16));

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

function distanceOf(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (let i = 0; i < PARTS; i++) bits += ONES[(a[i] ?? 0) ^ (b[i] ?? 0)] ?? 0;
  return bits;
}
