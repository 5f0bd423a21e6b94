import { readTokens } from './tokens.ts';

/** How many words, or characters of Chinese, make a run; both sides of a comparison must use the same. */
export interface RunSizes {
  readonly words: number;
  readonly characters: number;
}

/** Takes the hash of a run in two halves, and where it stands. */
export type RunSink = (low: number, high: number, from: number, to: number) => void;

const [LOW_BASE, HIGH_BASE] = [0x2545f491, 0x6c8e9cf5];
/** Tokens remembered: a power of two above the longest run. */
const RING = 64;

/** Hashes every run of consecutive words of a text as it comes. A run ends with a word or a character, which says how long it is. */
export class RunHasher {
  readonly #windows: readonly Window[];
  readonly #low = new Int32Array(RING);
  readonly #high = new Int32Array(RING);
  readonly #from = new Uint32Array(RING);
  #count = 0;

  constructor({ words, characters }: RunSizes) {
    this.#windows = [new Window(Math.min(words, RING)), new Window(Math.min(characters, RING))];
  }

  /** All runs of the UTF-8 at `[start, end)`. */
  read(bytes: Uint8Array, start: number, end: number, escaped: boolean, sink: RunSink): void {
    this.#count = 0;
    for (const window of this.#windows) window.clear();
    const [ofWords, ofCharacters] = this.#windows;
    if (!ofWords || !ofCharacters) return;
    readTokens(bytes, start, end, escaped, (low, high, from, to, isCharacter) => {
      const slot = this.#count++ % RING;
      for (const window of this.#windows) {
        const oldest = (slot - window.size + RING) % RING;
        const isFull = this.#count > window.size;
        window.push(low, high, isFull ? this.#low[oldest] ?? 0 : 0, isFull ? this.#high[oldest] ?? 0 : 0);
      }
      this.#low[slot] = low;
      this.#high[slot] = high;
      this.#from[slot] = from;
      const window = isCharacter ? ofCharacters : ofWords;
      if (this.#count < window.size) return;
      sink(mixed(window.low), mixed(window.high), this.#from[(slot - window.size + 1 + RING) % RING] ?? 0, to);
    });
  }

  /** Tokens of the text read last. */
  get tokens(): number {
    return this.#count;
  }
}

/** A rolling polynomial over the last tokens, in two halves. */
class Window {
  low = 0;
  high = 0;
  readonly #lowPower: number;
  readonly #highPower: number;

  constructor(readonly size: number) {
    [this.#lowPower, this.#highPower] = [power(LOW_BASE, size), power(HIGH_BASE, size)];
  }

  clear(): void {
    this.low = this.high = 0;
  }

  push(low: number, high: number, oldLow: number, oldHigh: number): void {
    this.low = (Math.imul(this.low, LOW_BASE) + low - Math.imul(oldLow, this.#lowPower)) | 0;
    this.high = (Math.imul(this.high, HIGH_BASE) + high - Math.imul(oldHigh, this.#highPower)) | 0;
  }
}

function power(base: number, exponent: number): number {
  let value = 1;
  for (let i = 0; i < exponent; i++) value = Math.imul(value, base);
  return value;
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (once ^ (once >>> 15)) >>> 0;
}
