import type { Lexer, Remark } from './lexer.ts';

/** Keys of one object that are compared with each other; objects with more have keys that are data. */
const KEYS_COMPARED = 256;

/** Levels that every common reader takes; serde_json stops after 128, Python's json after a thousand or so. */
const DEPTH_LIMIT = 128;

/** Passes over an array or object that is one cell, and checks it on the way. The stack is its own, so depth is no danger. */
export class NestedScanner {
  readonly #lexer: Lexer;
  /** Closing brackets that are due, innermost last. */
  #due = new Uint8Array(64);
  /** Offsets of the keys of all open objects, and where those of each begin. */
  readonly #keys: number[] = [];
  readonly #bases: number[] = [];
  /** Keys that their object has already. */
  readonly repeated: Remark[] = [];

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
  }

  /** Where the array or object at `from` ends, or -1. */
  scan(from: number): number {
    let depth = 0;
    this.#keys.length = 0;
    for (let at = from; ;) {
      const byte = this.#lexer.byteAt(at);
      let end: number;
      if (byte === 91 || byte === 123) {
        this.#open(depth++, byte, at);
        at = this.#lexer.space(at + 1);
        if (this.#lexer.byteAt(at) !== byte + 2) {
          if (byte === 123) at = this.#member(at, depth - 1);
          if (at < 0) return -1;
          continue;
        }
        depth = this.#close(depth);
        end = at + 1;
      } else {
        end = this.#scalar(at, byte);
        if (end < 0) return -1;
      }
      // A value has ended: so may what holds it.
      for (at = -1; depth > 0 && at === -1;) {
        const closing = this.#due[depth - 1] ?? 0;
        const next = this.#next(end, closing);
        if (next < 0) return -1;
        if (this.#lexer.byteAt(next) === closing) {
          depth = this.#close(depth);
          end = next + 1;
        } else {
          at = closing === 125 ? this.#member(next, depth - 1) : next;
          if (at < 0) return -1;
        }
      }
      if (depth === 0) return end;
    }
  }

  /** Where the next value, key or closing bracket is, the comma before it passed over. */
  #next(end: number, closing: number): number {
    const lexer = this.#lexer;
    const at = lexer.space(end);
    const byte = lexer.byteAt(at);
    if (byte === closing) return at;
    if (byte !== 44) return lexer.failAfterValue(at, closing);
    const next = lexer.space(at + 1);
    if (lexer.byteAt(next) === closing) lexer.forgive('trailing-comma', at);
    return next;
  }

  #open(depth: number, byte: number, at: number): void {
    if (depth >= this.#due.length) {
      const larger = new Uint8Array(2 * this.#due.length);
      larger.set(this.#due);
      this.#due = larger;
    }
    this.#due[depth] = byte + 2;
    this.#bases[depth] = this.#keys.length;
    if (depth >= DEPTH_LIMIT && this.#lexer.deepAt === -1) this.#lexer.deepAt = at;
    this.#lexer.depth = Math.max(this.#lexer.depth, depth + 1);
  }

  #close(depth: number): number {
    this.#keys.length = this.#bases[depth - 1] ?? 0;
    return depth - 1;
  }

  #scalar(at: number, byte: number): number {
    const lexer = this.#lexer;
    if (byte === 34) {
      const close = lexer.string(at);
      return close < 0 ? -1 : close + 1;
    }
    return byte === 45 || (byte >= 48 && byte <= 57) ? lexer.number(at) : lexer.word(at);
  }

  /** Reads a key and returns where its value begins, or -1. */
  #member(at: number, depth: number): number {
    const end = this.#lexer.key(at);
    if (end < 0) return -1;
    const base = this.#bases[depth] ?? 0;
    if (this.#keys.length - base < 2 * KEYS_COMPARED) {
      if (this.#has(base, at, end)) this.repeated.push({ start: at, end: end + 1 });
      this.#keys.push(at, end);
    }
    return this.#lexer.colon(end + 1);
  }

  #has(base: number, start: number, end: number): boolean {
    const { bytes } = this.#lexer;
    for (let i = base; i < this.#keys.length; i += 2) {
      const other = this.#keys[i] ?? 0;
      if ((this.#keys[i + 1] ?? 0) - other === end - start && sameBytes(bytes, other, start, end - start)) return true;
    }
    return false;
  }
}

function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 1; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
