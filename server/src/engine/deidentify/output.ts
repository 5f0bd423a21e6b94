import type { Refusal, Sink } from '../../core/host.ts';
import { encode } from '../../util/charset/encode.ts';
import type { EncodingName } from '../../util/charset/labels.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Gathers UTF-8 and passes it on in the encoding of the copy. Pieces are cut between records, so no character is cut. */
export class Output {
  readonly #sink: Sink;
  readonly #encoding: EncodingName;
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

  constructor(sink: Sink, encoding: EncodingName) {
    this.#sink = sink;
    this.#encoding = encoding;
  }

  bytes(more: Uint8Array): void {
    this.#reserve(more.length);
    this.#bytes.set(more, this.#length);
    this.#length += more.length;
  }

  byte(one: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = one;
  }

  text(text: string): void {
    this.#reserve(3 * text.length);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Between records. A refusal where the encoding lacks a character. */
  async flush(): Promise<Refusal | undefined> {
    if (this.#length === 0) return undefined;
    const bytes = this.#bytes.subarray(0, this.#length);
    const encoded = this.#encoding === 'utf-8' ? bytes : encode(decoder.decode(bytes), this.#encoding);
    if (!encoded) return { refused: 'unencodable', detail: this.#encoding };
    await this.#sink.write(encoded);
    this.#length = 0;
    return undefined;
  }

  #reserve(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + room));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
