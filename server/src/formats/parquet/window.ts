import type { AsyncBuffer } from 'hyparquet';

/** Reads a stretch of a file from front to back, some bytes ahead. */
export class ByteWindow {
  readonly #file: AsyncBuffer;
  readonly #end: number;
  readonly #ahead: number;
  #start = 0;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  /** `end`: where the stretch ends in the file. */
  constructor(file: AsyncBuffer, end: number, ahead: number) {
    this.#file = file;
    this.#end = end;
    this.#ahead = ahead;
  }

  /** The bytes from `position` on, `length` of them or as many as there are. They stay as they are. */
  async at(position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const stop = Math.min(this.#end, position + length);
    if (position < this.#start || stop > this.#start + this.#bytes.length) {
      const to = Math.min(this.#end, Math.max(stop, position + this.#ahead));
      this.#bytes = to > position ? new Uint8Array(await this.#file.slice(position, to)) : new Uint8Array(0);
      this.#start = position;
    }
    return this.#bytes.subarray(position - this.#start, stop - this.#start);
  }
}
