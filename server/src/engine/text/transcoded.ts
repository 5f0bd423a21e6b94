import type { Source } from '../../core/format.ts';
import { FACT_LIMIT } from '../../core/structure.ts';
import { decoderOf } from '../../util/charset/decode.ts';
import type { Decode, InvalidByte } from '../../util/charset/decode.ts';
import type { EncodingName } from '../../util/charset/labels.ts';
import { firstAbove } from '../../util/search.ts';
import { inTurn } from './inTurn.ts';

/** Bytes of the original that are decoded at a time. A checkpoint of two numbers is kept for each. */
const BLOCK = 64 * 1024;
/** Decoded blocks that are kept: readers go forward, with a look back at the header or the rows just read. */
const KEPT = 4;

/**
 * A file of another encoding as UTF-8, decoded where it is read. Blocks are cut at the borders of characters, so each can be decoded alone: offsets
 * of the text are found again through the checkpoints. Where the text ends is known once it was read to the end.
 */
export class Transcoded implements Source {
  readonly #original: Source;
  readonly #decode: Decode;
  readonly #block: number;
  /** Where each block begins, in the text and in the original; one more than there are blocks known. */
  readonly #texts: number[] = [0];
  readonly #originals: number[] = [0];
  readonly #decoded = new Map<number, Uint8Array>();
  readonly #invalid: InvalidByte[] = [];
  #invalidCount = 0;
  #size: number | undefined;

  constructor(original: Source, encoding: EncodingName, block = BLOCK) {
    this.#original = original;
    this.#decode = decoderOf(encoding);
    this.#block = block;
  }

  get size(): number | undefined {
    return this.#size;
  }

  /** Bytes without meaning, by their offset in the text, as far as it was read; the first ones, and how many there are in all. */
  get invalid(): { readonly first: readonly InvalidByte[]; readonly count: number } {
    return { first: this.#invalid, count: this.#invalidCount };
  }

  readonly read = inTurn(async (target: Uint8Array, position: number): Promise<number> => {
    while (position >= (this.#texts.at(-1) ?? 0) && this.#size === undefined) await this.#decodeBlock(this.#texts.length - 1);
    const index = firstAbove(this.#texts, position) - 1;
    if (this.#size !== undefined && position >= this.#size) return 0;
    const bytes = this.#decoded.get(index) ?? await this.#decodeBlock(index);
    const part = bytes.subarray(position - (this.#texts[index] ?? 0)).subarray(0, target.length);
    target.set(part);
    return part.length;
  });

  async #decodeBlock(index: number): Promise<Uint8Array> {
    const from = this.#originals[index] ?? 0;
    const raw = await readBlock(this.#original, from, this.#block);
    const last = raw.length < this.#block;
    const { bytes, used, invalid } = this.#decode(raw, last);
    if (index === this.#texts.length - 1) this.#goOn(from + used, bytes.length, invalid, last);
    this.#decoded.delete(index);
    this.#decoded.set(index, bytes);
    for (const oldest of this.#decoded.keys()) {
      if (this.#decoded.size <= KEPT) break;
      this.#decoded.delete(oldest);
    }
    return bytes;
  }

  #goOn(original: number, length: number, invalid: readonly InvalidByte[], last: boolean): void {
    const start = this.#texts.at(-1) ?? 0;
    this.#invalidCount += invalid.length;
    for (const { at, byte } of invalid.slice(0, FACT_LIMIT - this.#invalid.length)) this.#invalid.push({ at: start + at, byte });
    this.#originals.push(original);
    this.#texts.push(start + length);
    if (last) this.#size = start + length;
  }
}

/** The next bytes of a source: fewer than `length` only where it ends. */
async function readBlock(source: Source, position: number, length: number): Promise<Uint8Array> {
  const block = new Uint8Array(length);
  let filled = 0;
  for (let came = -1; came !== 0 && filled < length; filled += came) came = await source.read(block.subarray(filled), position + filled);
  return block.subarray(0, filled);
}
