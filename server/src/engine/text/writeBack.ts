import { Gzip } from 'fflate';
import type { Source } from '../../core/format.ts';
import type { Refusal, Sink } from '../../core/host.ts';
import { encode } from '../../util/charset/encode.ts';
import type { ByteEdit } from '../mend.ts';
import { writeMended } from '../mend.ts';
import { Gunzipped } from './gunzipped.ts';
import { Transcoded } from './transcoded.ts';

/**
 * Writes a file anew with edits of its UTF-8 text made, in file order: in its encoding, and packed where it was. What no edit is about stays byte for byte
 * (before packing). Refused where a new text has a character that the encoding lacks, and where the packed file is damaged.
 */
export async function writeBack(source: Source, edits: readonly ByteEdit[], sink: Sink): Promise<Refusal | undefined> {
  if (source instanceof Transcoded) {
    const written = await inEncoding(source, edits);
    return written ? writeBack(source.original, written, sink) : { refused: 'unencodable', detail: source.encoding };
  }
  if (!(source instanceof Gunzipped)) return writeMended(source, edits, sink).then(() => undefined);
  if (source.broken) return { refused: 'damaged', detail: 'a damaged gzip file' };
  const packing = new Packing(sink);
  await writeMended(source, edits, packing);
  await packing.end();
  return undefined;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The same edits of the bytes that were decoded; `undefined` where one cannot be written in their encoding. */
async function inEncoding(source: Transcoded, edits: readonly ByteEdit[]): Promise<readonly ByteEdit[] | undefined> {
  const offsets = await source.originalOffsets(edits.flatMap(({ from, to }) => [from, to]));
  const known = new Map<string, Uint8Array | undefined>();
  const written = edits.flatMap(({ bytes }, i): readonly ByteEdit[] => {
    const text = decoder.decode(bytes);
    if (!known.has(text)) known.set(text, encode(text, source.encoding));
    const encoded = known.get(text);
    return encoded ? [{ from: offsets[2 * i] ?? 0, to: offsets[2 * i + 1] ?? 0, bytes: encoded }] : [];
  });
  return written.length === edits.length ? written : undefined;
}

/** Packs what is written to it; no name and no time of packing go in, so that the same text gives the same file. */
export class Packing implements Sink {
  readonly #sink: Sink;
  readonly #packed: Uint8Array[] = [];
  readonly #gzip = new Gzip({ level: 6, mtime: 0 }, bytes => this.#packed.push(bytes));

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(bytes: Uint8Array): Promise<void> {
    // The packer keeps what it is given; the caller fills its block anew.
    this.#gzip.push(bytes.slice());
    await this.#pass();
  }

  async end(): Promise<void> {
    this.#gzip.push(new Uint8Array(), true);
    await this.#pass();
  }

  async #pass(): Promise<void> {
    for (const bytes of this.#packed.splice(0)) await this.#sink.write(bytes);
  }
}
