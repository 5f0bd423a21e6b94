import { mix } from '../util/mix.ts';
import { BAND, SIGNATURE, SKETCH, shinglesOf, similarity, writeSignature } from '../util/statistics/minHash.ts';

/** Rows that others are compared with: the first of the table. Their signatures take 48 MB at most. */
const MOST_ROWS = 100_000;
/** Shingles that are kept of all of them: 64 MB at most. Texts whose shingles have no room are like no later one. */
const MOST_SHINGLES = 1 << 24;
/** Rows of fewer words are alike by chance. */
export const FEWEST_TOKENS = 12;

/** Signatures of rows that are like no earlier one, found again by bands of their numbers. */
export class Signatures {
  #signatures = new Uint32Array(1024 * SIGNATURE);
  #rows = new Uint32Array(1024);
  #shingles = new Uint32Array(1 << 16);
  /** For each row, where its shingles end. */
  #ends = new Uint32Array(1024);
  #count = 0;
  /** By band: hash table of rows plus one, 0 where a slot is free. */
  #bands = bandTables(4096);

  /** True where the words are like those of a row seen before that is not equal; a row like none before is remembered. */
  offer(tokens: readonly string[], row: number, least: number): boolean {
    const at = this.#count * SIGNATURE;
    const shingles = shinglesOf(tokens);
    writeSignature(shingles, this.#signatures, at);
    const sketch = shingles.subarray(0, SKETCH);
    let isLike = false;
    for (let band = 0; band * BAND < SIGNATURE; band++) {
      const other = (this.#bands[band]?.[this.#find(band, at)] ?? 0) - 1;
      if (other < 0 || similarity(sketch, this.#sketchOf(other)) < least) continue;
      if (this.#rows[other] === row) return false;
      isLike = true;
    }
    if (!isLike && this.#count < MOST_ROWS && this.#held + sketch.length <= MOST_SHINGLES) this.#keep(row, sketch);
    return isLike;
  }

  /** The greatest similarity to a remembered row; 0 where none shares a band. */
  likeness(tokens: readonly string[]): number {
    const at = this.#count * SIGNATURE;
    const shingles = shinglesOf(tokens);
    writeSignature(shingles, this.#signatures, at);
    const sketch = shingles.subarray(0, SKETCH);
    let most = 0;
    for (let band = 0; band * BAND < SIGNATURE; band++) {
      const other = (this.#bands[band]?.[this.#find(band, at)] ?? 0) - 1;
      if (other >= 0) most = Math.max(most, similarity(sketch, this.#sketchOf(other)));
    }
    return most;
  }

  /** Shingles kept so far. */
  get #held(): number {
    return this.#ends[this.#count - 1] ?? 0;
  }

  #sketchOf(index: number): Uint32Array {
    return this.#shingles.subarray(this.#ends[index - 1] ?? 0, this.#ends[index]);
  }

  #keep(row: number, sketch: Uint32Array): void {
    const held = this.#held;
    while (held + sketch.length > this.#shingles.length) this.#shingles = larger(this.#shingles);
    this.#shingles.set(sketch, held);
    this.#ends[this.#count] = held + sketch.length;
    this.#rows[this.#count++] = row;
    this.#enter(this.#count - 1);
    if (2 * this.#count > (this.#bands[0]?.length ?? 0)) this.#grow();
    if ((this.#count + 1) * SIGNATURE > this.#signatures.length) {
      this.#signatures = larger(this.#signatures);
      this.#rows = larger(this.#rows);
      this.#ends = larger(this.#ends);
    }
  }

  /** In bands that are taken by an earlier row, that row goes on to stand for both. */
  #enter(index: number): void {
    this.#bands.forEach((table, band) => {
      const slot = this.#find(band, index * SIGNATURE);
      if (table[slot] === 0) table[slot] = index + 1;
    });
  }

  #grow(): void {
    this.#bands = bandTables(2 * (this.#bands[0]?.length ?? 0));
    for (let index = 0; index < this.#count; index++) this.#enter(index);
  }

  /** Slot of the row that agrees on a band with the signature at `at`, or the free one where it would stand. */
  #find(band: number, at: number): number {
    const table = this.#bands[band] ?? new Int32Array(1);
    let slot = this.#hash(band, at) & (table.length - 1);
    for (let other = table[slot] ?? 0; other !== 0 && !this.#agree(band, at, (other - 1) * SIGNATURE); other = table[slot] ?? 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  #hash(band: number, at: number): number {
    let hash = band;
    for (let k = band * BAND; k < (band + 1) * BAND; k++) hash = mix(hash, this.#signatures[at + k] ?? 0);
    return hash;
  }

  #agree(band: number, one: number, other: number): boolean {
    for (let k = band * BAND; k < (band + 1) * BAND; k++) if (this.#signatures[one + k] !== this.#signatures[other + k]) return false;
    return true;
  }
}

const bandTables = (slots: number): readonly Int32Array[] => Array.from({ length: SIGNATURE / BAND }, () => new Int32Array(slots));

function larger(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(2 * words.length);
  result.set(words);
  return result;
}
