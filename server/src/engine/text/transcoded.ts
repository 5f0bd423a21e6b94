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
  readonly original: Source;
  readonly encoding: EncodingName;
  readonly #decode: Decode;
  /** Takes the bytes of one block after the other. */
  readonly #raw: Uint8Array;
  /** Where each block begins, in the text and in the original; one more than there are blocks known. */
  readonly #texts: number[] = [0];
  readonly #originals: number[] = [0];
  readonly #decoded = new Map<number, Uint8Array>();
  readonly #invalid: InvalidByte[] = [];
  #invalidCount = 0;
  #size: number | undefined;

  constructor(original: Source, encoding: EncodingName, block = BLOCK) {
    this.original = original;
    this.encoding = encoding;
    this.#decode = decoderOf(encoding);
    this.#raw = new Uint8Array(block);
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

  /** Where offsets of the text, which come in order and lie between characters, are in the original. The text must have been read to its end. */
  async originalOffsets(offsets: readonly number[]): Promise<readonly number[]> {
    const found: number[] = [];
    let ruler: Ruler | undefined;
    for (const offset of offsets) {
      const index = Math.min(firstAbove(this.#texts, offset), this.#texts.length - 1) - 1;
      if (ruler?.index !== index) ruler = new Ruler(index, await fill(this.#raw, this.original, this.#originals[index] ?? 0), this.#decode);
      found.push((this.#originals[index] ?? 0) + ruler.measure(offset - (this.#texts[index] ?? 0)));
    }
    return found;
  }

  async #decodeBlock(index: number): Promise<Uint8Array> {
    const from = this.#originals[index] ?? 0;
    const raw = await fill(this.#raw, this.original, from);
    const last = raw.length < this.#raw.length;
    const { bytes: decoded, used, invalid } = this.#decode(raw, last);
    const bytes = this.#room(index, decoded.length);
    bytes.set(decoded);
    if (index === this.#texts.length - 1) this.#goOn(from + used, bytes.length, invalid, last);
    this.#decoded.set(index, bytes);
    return bytes;
  }

  /** Room for a block, that of the oldest kept one where it is large enough: buffers that come and go are given back late. */
  #room(index: number, length: number): Uint8Array {
    const oldest = this.#decoded.size >= KEPT ? [...this.#decoded.keys()].find(key => key !== index) : undefined;
    const room = this.#decoded.get(oldest ?? index)?.buffer;
    this.#decoded.delete(oldest ?? index);
    return room && room.byteLength >= length ? new Uint8Array(room, 0, length) : new Uint8Array(new ArrayBuffer(length + (length >> 3)), 0, length);
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

/** Bytes between the marks of a ruler. */
const MARK = 256;

/** Tells how many bytes of a block become how much text: by marks set once for the block, and by trial between two of them. */
class Ruler {
  readonly index: number;
  readonly #raw: Uint8Array;
  readonly #decode: Decode;
  /** Bytes of text and of the original before each mark. */
  readonly #texts: number[] = [0];
  readonly #originals: number[] = [0];

  constructor(index: number, raw: Uint8Array, decode: Decode) {
    this.index = index;
    this.#raw = raw.slice();
    this.#decode = decode;
    for (let [text, at] = [0, 0]; at < raw.length; ) {
      const { bytes, used } = decode(raw.subarray(at, at + MARK), at + MARK >= raw.length);
      if (used === 0) break;
      at += used;
      text += bytes.length;
      this.#texts.push(text);
      this.#originals.push(at);
    }
  }

  /** Bytes of the original that become the first `length` bytes of text: the fewest, where some become none. */
  measure(length: number): number {
    const mark = firstAbove(this.#texts, length) - 1;
    const [text = 0, at = 0] = [this.#texts[mark], this.#originals[mark]];
    let [low, high] = [0, Math.min(MARK, this.#raw.length - at)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#decode(this.#raw.subarray(at, at + middle), false).bytes.length < length - text) low = middle + 1;
      else high = middle;
    }
    return at + low;
  }
}

/** The next bytes of a source in `block`: fewer than fit only where it ends. */
export async function fill(block: Uint8Array, source: Source, position: number): Promise<Uint8Array> {
  let filled = 0;
  for (let came = -1; came !== 0 && filled < block.length; filled += came) came = await source.read(block.subarray(filled), position + filled);
  return block.subarray(0, filled);
}
