import { DamagedPicture } from './damaged.ts';
import type { BitReader } from './jpegBits.ts';
import type { BlockSink } from './jpegBlocks.ts';
import type { Frame } from './jpegFrame.ts';
import type { HuffmanTable } from './jpegHuffman.ts';

/** A component of a scan, and its tables. */
export interface Member {
  readonly index: number;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** Waves of a scan, in the order of the zigzag, and bits that came before and stay away. */
export interface Band {
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

export interface Scan {
  readonly frame: Frame;
  readonly members: readonly Member[];
  readonly band: Band;
  /** Groups between restart markers, 0 where there are none. */
  readonly restart: number;
  readonly bits: BitReader;
  readonly sink: BlockSink;
}

/** Reads the blocks of a scan into the sink, up to its end or to where its bits make no sense. */
export function runScan(scan: Scan): void {
  const { frame: { across, down, components }, members, restart, bits } = scan;
  const [only] = members;
  const alone = members.length === 1 && only ? components[only.index] : undefined;
  const [columns, rows] = alone ? [alone.columns, alone.rows] : [across, down];
  const coder = new BlockCoder(scan);
  let group = 0;
  try {
    for (; group < columns * rows; group++) {
      if (restart > 0 && group > 0 && group % restart === 0) {
        if (!bits.restart()) break;
        coder.restart();
      }
      const [x, y] = [group % columns, Math.floor(group / columns)];
      if (alone && only) coder.block(only, 0, x, y);
      else members.forEach((member, i) => coder.group(member, i, x, y));
      if (bits.ended) break;
    }
  } catch (cause) {
    if (!(cause instanceof DamagedPicture)) throw cause;
    scan.sink.broken = true;
  }
  if (members.some(({ index }) => index === 0)) scan.sink.reached(group / (columns * rows));
}

/** Decodes blocks, one after the other (T.81, annexes F.2 and G.2). */
class BlockCoder {
  readonly #scan: Scan;
  readonly #last: Int32Array;
  #run = 0;

  constructor(scan: Scan) {
    this.#scan = scan;
    this.#last = new Int32Array(scan.members.length);
  }

  restart(): void {
    this.#last.fill(0);
    this.#run = 0;
  }

  /** The blocks of a component in a group of an interleaved scan. */
  group(member: Member, i: number, x: number, y: number): void {
    const { h = 1, v = 1 } = this.#scan.frame.components[member.index] ?? {};
    for (let dy = 0; dy < v; dy++) for (let dx = 0; dx < h; dx++) this.block(member, i, x * h + dx, y * v + dy);
  }

  block(member: Member, i: number, x: number, y: number): void {
    const { frame, band, sink } = this.#scan;
    if (!frame.progressive) return this.#sequential(member, i, x, y);
    const coefficients = sink.kept(member.index, x, y);
    if (band.first === 0) this.#dcOnly(member, i, coefficients);
    else if (band.high === 0) this.#acFirst(member, coefficients);
    else this.#acRefine(member, coefficients);
  }

  #sequential({ index, dc, ac }: Member, i: number, x: number, y: number): void {
    const { bits, sink } = this.#scan;
    if (!dc || !ac) throw new DamagedPicture('no table');
    const block = sink.begin(index);
    const difference = bits.signed(bits.symbol(dc) & 15);
    const value = this.#last[i] = (this.#last[i] ?? 0) + difference;
    block[0] = value;
    for (let k = 1; k < 64; k++) {
      const symbol = bits.symbol(ac);
      const size = symbol & 15;
      if (size === 0) {
        if (symbol !== 0xf0) break;
        k += 15;
        continue;
      }
      k += symbol >> 4;
      if (index === 0 && k < 64) block[k] = bits.signed(size);
      else bits.skip(size);
    }
    sink.end(index, x, y);
  }

  #dcOnly({ dc }: Member, i: number, block: Int16Array): void {
    const { bits, band: { high, low } } = this.#scan;
    if (high > 0) {
      block[0] = (block[0] ?? 0) | bits.bits(1) << low;
      return;
    }
    if (!dc) throw new DamagedPicture('no table');
    const value = this.#last[i] = (this.#last[i] ?? 0) + bits.signed(bits.symbol(dc) & 15);
    block[0] = value << low;
  }

  #acFirst({ ac }: Member, block: Int16Array): void {
    const { bits, band: { first, last, low } } = this.#scan;
    if (this.#run > 0) return void this.#run--;
    if (!ac) throw new DamagedPicture('no table');
    for (let k = first; k <= last; k++) {
      const symbol = bits.symbol(ac);
      const [zeros, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && zeros < 15) {
        this.#run = (1 << zeros) - 1 + bits.bits(zeros);
        return;
      }
      k += zeros;
      if (size > 0 && k < 64) block[k] = bits.signed(size) * (1 << low);
    }
  }

  /** A further bit of the waves that are there, and new ones among them (T.81, G.1.2.3). */
  #acRefine({ ac }: Member, block: Int16Array): void {
    const { bits, band: { first, last, low } } = this.#scan;
    let k = first;
    if (this.#run === 0) {
      if (!ac) throw new DamagedPicture('no table');
      for (; k <= last; k++) {
        const symbol = bits.symbol(ac);
        const [zeros, size] = [symbol >> 4, symbol & 15];
        if (size === 0 && zeros < 15) {
          this.#run = (1 << zeros) + bits.bits(zeros);
          break;
        }
        const fresh = size > 0 ? (bits.bits(1) === 1 ? 1 : -1) * (1 << low) : 0;
        k = this.#refine(block, k, last, zeros);
        if (fresh !== 0 && k < 64) block[k] = fresh;
      }
    }
    if (this.#run > 0) {
      this.#refine(block, k, last, 64);
      this.#run--;
    }
  }

  /** Refines waves from `k` on until so many that are zero were passed; returns the place of the next zero. */
  #refine(block: Int16Array, from: number, last: number, zeros: number): number {
    const { bits, band: { low } } = this.#scan;
    let left = zeros;
    for (let k = from; k <= last; k++) {
      const value = block[k] ?? 0;
      if (value === 0) {
        if (left-- === 0) return k;
      } else if (bits.bits(1) === 1 && (value & 1 << low) === 0) block[k] = value + (value > 0 ? 1 : -1) * (1 << low);
    }
    return last + 1;
  }
}
