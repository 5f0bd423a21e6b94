import { segmentsOf } from './jpegHeader.ts';
import type { Segment } from './jpegHeader.ts';
import { DamagedPicture } from './damaged.ts';
import { BitReader } from './jpegBits.ts';
import { BlockSink } from './jpegBlocks.ts';
import type { Component, Frame } from './jpegFrame.ts';
import { huffmanTables } from './jpegHuffman.ts';
import type { HuffmanTable } from './jpegHuffman.ts';
import { runScan } from './jpegScan.ts';
import type { Decoded } from './luma.ts';
import { u16be, u8 } from './numbers.ts';

const DHT = 0xc4;
const SOS = 0xda;
const DQT = 0xdb;
const DRI = 0xdd;
const EOI = 0xd9;
/** Pixels of a picture that is decoded at most. */
const MOST_PIXELS = 100_000_000;
/** Scans of a picture; the most careful encoders write some dozens. */
const MOST_SCANS = 200;

/**
 * The luminance of a JPEG picture (ITU-T T.81: baseline, extended and progressive, Huffman coded, 8 bits), as small as it may be: each block of 8 by 8
 * pixels becomes 1, 2, 4 or 8 across, by an inverse transform of its lowest waves. `undefined` for what is coded in another way.
 */
export function decodeJpeg(bytes: Uint8Array): Decoded | undefined {
  return new Decoder(bytes).run();
}

class Decoder {
  readonly #bytes: Uint8Array;
  readonly #quantisers: Uint16Array[] = [];
  readonly #dc: HuffmanTable[] = [];
  readonly #ac: HuffmanTable[] = [];
  #frame: Frame | undefined;
  #sink: BlockSink | undefined;
  #restart = 0;
  #scans = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  run(): Decoded | undefined {
    let at = 2;
    for (let next = this.#segmentAt(at); next; next = this.#segmentAt(at)) {
      at = next.marker === SOS ? this.#scan(next) : next.to;
      if (next.marker !== SOS && !this.#note(next)) return undefined;
      if (u8(this.#bytes, at) === 0xff && u8(this.#bytes, at + 1) === EOI) break;
    }
    return this.#sink?.decoded();
  }

  #segmentAt(at: number): Segment | undefined {
    // Segments are found from any marker on: the two bytes before it are passed over.
    for (const segment of segmentsOf(at === 2 ? this.#bytes : this.#bytes.subarray(at - 2))) {
      if (segment === 'broken') return undefined;
      const shift = at - 2;
      return { marker: segment.marker, start: segment.start + shift, from: segment.from + shift, to: segment.to + shift };
    }
    return undefined;
  }

  /** False where the picture is coded in a way that is not read. */
  #note({ marker, from, to }: Segment): boolean {
    if (marker === DQT) this.#readQuantisers(from, to);
    else if (marker === DHT) huffmanTables(this.#bytes.subarray(from, to), this.#dc, this.#ac);
    else if (marker === DRI) this.#restart = u16be(this.#bytes, from);
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) return marker <= 0xc2 && this.#readFrame(marker, from);
    return true;
  }

  #readQuantisers(from: number, to: number): void {
    for (let at = from; at + 65 <= to;) {
      const [wide, id] = [u8(this.#bytes, at) >> 4, u8(this.#bytes, at) & 3];
      this.#quantisers[id] = Uint16Array.from({ length: 64 }, (_, i) => (wide ? u16be(this.#bytes, at + 1 + 2 * i) : u8(this.#bytes, at + 1 + i)));
      at += 1 + (wide ? 128 : 64);
    }
  }

  #readFrame(marker: number, from: number): boolean {
    const bytes = this.#bytes;
    const [bits, height, width, count] = [u8(bytes, from), u16be(bytes, from + 1), u16be(bytes, from + 3), u8(bytes, from + 5)];
    if (this.#frame || bits !== 8 || width === 0 || height === 0 || width * height > MOST_PIXELS || (count !== 1 && count !== 3)) return false;
    const raw = Array.from({ length: count }, (_, i) => from + 6 + 3 * i).map(at => ({ id: u8(bytes, at), h: u8(bytes, at + 1) >> 4, v: u8(bytes, at + 1) & 15, quantiser: u8(bytes, at + 2) & 3 }));
    if (raw.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) return false;
    const [hMost, vMost] = [Math.max(...raw.map(({ h }) => h)), Math.max(...raw.map(({ v }) => v))];
    const [across, down] = [Math.ceil(width / (8 * hMost)), Math.ceil(height / (8 * vMost))];
    const components = raw.map(({ id, h, v, quantiser }): Component => ({
      id, h, v, quantiser, columns: Math.ceil(Math.ceil(width * h / hMost) / 8), rows: Math.ceil(Math.ceil(height * v / vMost) / 8), stride: across * h,
    }));
    this.#frame = { width, height, progressive: marker === 0xc2, components, across, down };
    return true;
  }

  /** Reads a scan; returns where the next marker is. */
  #scan({ from, to }: Segment): number {
    const frame = this.#frame;
    if (!frame || ++this.#scans > MOST_SCANS) throw new DamagedPicture('no such scan');
    this.#sink ??= new BlockSink(frame, this.#quantisers);
    const count = u8(this.#bytes, from);
    const members = Array.from({ length: count }, (_, i) => {
      const [id, tables] = [u8(this.#bytes, from + 1 + 2 * i), u8(this.#bytes, from + 2 + 2 * i)];
      return { index: frame.components.findIndex(one => one.id === id), dc: this.#dc[tables >> 4], ac: this.#ac[tables & 15] };
    });
    if (count < 1 || count > 4 || members.some(({ index }) => index < 0)) throw new DamagedPicture('no such component');
    const at = from + 1 + 2 * count;
    const band = { first: u8(this.#bytes, at), last: u8(this.#bytes, at + 1), high: u8(this.#bytes, at + 2) >> 4, low: u8(this.#bytes, at + 2) & 15 };
    const bits = new BitReader(this.#bytes, to);
    // The finer waves of colour say nothing that is asked for.
    if (!(frame.progressive && band.first > 0 && members[0]?.index !== 0)) runScan({ frame, members, band, restart: this.#restart, bits, sink: this.#sink });
    return bits.nextMarker();
  }
}
