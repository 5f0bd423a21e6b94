/** Reads an exported summary from front to back; the layout is written down in server/kernel/exported.ts. */
export class ExportedBytes {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  words(length: number): number[] {
    return Array.from({ length }, () => this.u32());
  }

  i32(): number {
    return this.u32() | 0;
  }

  hash(): bigint {
    this.#at += 8;
    return this.#view.getBigUint64(this.#at - 8, true);
  }

  /** A count: exact below 2^53. */
  u64(): number {
    const low = this.u32();
    return low + this.u32() * 2 ** 32;
  }

  f64(): number {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  counts(length: number): number[] {
    return Array.from({ length }, () => this.u64());
  }

  /** An integer in two's complement, in 32-bit digits; zero digits at the bottom are only counted. */
  integer(): bigint {
    const zeros = this.u32();
    const digits = this.u32();
    let value = 0n;
    for (let i = digits - 1; i >= 0; i--) {
      const digit = this.#view.getUint32(this.#at + 4 * i, true);
      value = (value << 32n) | BigInt(i === digits - 1 ? digit | 0 : digit);
    }
    this.#at += 4 * digits;
    return value << BigInt(32 * zeros);
  }

  bytes(length: number): Uint8Array {
    this.#at += length;
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at - length, length);
  }
}
