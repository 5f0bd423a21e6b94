import { DamagedPicture } from './damaged.ts';
import { FAST_BITS } from './jpegHuffman.ts';
import type { HuffmanTable } from './jpegHuffman.ts';
import { u8 } from './numbers.ts';

/** Bits made up at a marker before a scan counts as at its end: the last codes may look a little beyond it. */
const BEYOND = 32;

/** The bits of a scan: stuffed zeros are passed over, and a marker ends them. At the end zeros follow. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #buffer = 0;
  #count = 0;
  #beyond = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** Whether more bits were asked for than there are up to the next marker. */
  get ended(): boolean {
    return this.#beyond - this.#count > BEYOND;
  }

  #fill(): void {
    const bytes = this.#bytes;
    while (this.#count <= 24) {
      let byte = 0;
      if (this.#at >= bytes.length || (bytes[this.#at] === 0xff && bytes[this.#at + 1] !== 0)) this.#beyond += 8;
      else {
        byte = bytes[this.#at] ?? 0;
        this.#at += byte === 0xff ? 2 : 1;
      }
      this.#buffer = this.#buffer << 8 | byte;
      this.#count += 8;
    }
  }

  /** The next `n` bits, 16 at most. */
  bits(n: number): number {
    if (n === 0) return 0;
    if (this.#count < n) this.#fill();
    this.#count -= n;
    return this.#buffer >>> this.#count & (1 << n) - 1;
  }

  /** The next `n` bits as a signed number (T.81, EXTEND). */
  signed(n: number): number {
    const value = this.bits(n);
    return n > 0 && value < 1 << (n - 1) ? value - (1 << n) + 1 : value;
  }

  skip(n: number): void {
    if (this.#count < n) this.#fill();
    this.#count -= n;
  }

  /** The symbol of the next code. */
  symbol({ fast, greatest, shift, symbols }: HuffmanTable): number {
    if (this.#count < 16) this.#fill();
    const entry = fast[this.#buffer >>> (this.#count - FAST_BITS) & (1 << FAST_BITS) - 1] ?? 0;
    if (entry !== 0) {
      this.#count -= entry >> 8;
      return entry & 255;
    }
    for (let length = FAST_BITS + 1; length <= 16; length++) {
      const code = this.#buffer >>> (this.#count - length) & (1 << length) - 1;
      if (code > (greatest[length] ?? -1)) continue;
      this.#count -= length;
      return symbols[code + (shift[length] ?? 0)] ?? 0;
    }
    throw new DamagedPicture('no such code');
  }

  /** Goes on behind the next restart marker; false where another marker, or the end, comes first. */
  restart(): boolean {
    this.#count = this.#buffer = this.#beyond = 0;
    const at = this.nextMarker();
    const marker = u8(this.#bytes, at + 1);
    if (marker < 0xd0 || marker > 0xd7) return false;
    this.#at = at + 2;
    return true;
  }

  /** Where the next marker is that is not part of the data; the end where there is none. */
  nextMarker(): number {
    const bytes = this.#bytes;
    for (let at = this.#at; at + 1 < bytes.length; at++) {
      if (bytes[at] !== 0xff) continue;
      const marker = bytes[at + 1] ?? 0;
      if (marker !== 0 && marker !== 0xff) return at;
    }
    return bytes.length;
  }
}
