import { JSON_FAULTS } from '../../core/structure.ts';
import type { JsonFault } from '../../core/structure.ts';

/** Bytes that need a look within a string: the quote, the backslash, and control characters, which must be escaped. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte === 34 || byte === 92 || byte < 32));
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => Number((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)));
const ESCAPES = new Set([34, 92, 47, 98, 102, 110, 114, 116, 117]);
const EXACT_DIGITS = 16;

/** White space between the tokens of a JSON text (RFC 8259, section 2). */
export const isSpace = (byte: number): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

/** A stretch of the scanned bytes that something is to be said about. */
export interface Remark {
  readonly start: number;
  readonly end: number;
}

/** The tokens of RFC 8259. What is broken is kept as one fault with its place; nothing is thrown. */
export class Lexer {
  bytes: Uint8Array = new Uint8Array(0);
  #end = 0;
  /** Index into `JSON_FAULTS`, -1 where there is none, and where it stands. */
  fault = -1;
  faultStart = 0;
  faultEnd = 0;
  /** Whether the string read last has escapes. */
  escaped = false;
  /** Escapes that are half a character, and numbers that readers round. */
  readonly surrogates: Remark[] = [];
  readonly unsafe: (Remark & { readonly literal: 0 | 1 | 2 })[] = [];
  /** Brackets within each other, and where the first one beyond the limit stands, or -1. */
  depth = 0;
  deepAt = -1;

  get end(): number {
    return this.#end;
  }

  protected begin(bytes: Uint8Array, end: number): void {
    this.bytes = bytes;
    this.#end = end;
    this.fault = -1;
    this.depth = 0;
    this.deepAt = -1;
    if (this.surrogates.length > 0) this.surrogates.length = 0;
    if (this.unsafe.length > 0) this.unsafe.length = 0;
  }

  /** The byte at an offset, -1 beyond the end. */
  byteAt(at: number): number {
    return at < this.#end ? (this.bytes[at] ?? -1) : -1;
  }

  /** The first offset from `at` on that is no white space. */
  space(at: number): number {
    const { bytes } = this;
    let i = at;
    while (i < this.#end && isSpace(bytes[i] ?? 0)) i++;
    return i;
  }

  /** The last offset before `at` that is no white space. */
  before(at: number): number {
    let i = at - 1;
    while (i > 0 && isSpace(this.bytes[i] ?? 0)) i--;
    return i;
  }

  /** Notes a fault and gives up. The first one counts, unless it was forgiven. */
  fail(fault: JsonFault, start: number, end = start + 1): -1 {
    this.fault = JSON_FAULTS.indexOf(fault);
    this.faultStart = start;
    this.faultEnd = Math.min(Math.max(end, start), this.#end);
    return -1;
  }

  /** Notes a fault that leaves no doubt about what is meant. */
  forgive(fault: JsonFault, at: number, end = at + 1): void {
    if (this.fault === -1) this.fail(fault, at, end);
  }

  /** The closing quote of the string that opens at `open`, or -1. */
  string(open: number): number {
    const { bytes } = this;
    const end = this.#end;
    this.escaped = false;
    let i = open + 1;
    for (;;) {
      while (i < end && STOPS[bytes[i] ?? 0] === 0) i++;
      if (i >= end) return this.fail('unclosed-string', open);
      const byte = bytes[i] ?? 0;
      if (byte === 34) return i;
      if (byte !== 92) return this.#control(open, i);
      this.escaped = true;
      i = this.#escape(open, i);
      if (i < 0) return -1;
    }
  }

  /** A raw line break more often means that the closing quote is missing. */
  #control(open: number, at: number): -1 {
    const byte = this.bytes[at];
    return byte === 10 || byte === 13 ? this.fail('unclosed-string', open) : this.fail('control-character', at);
  }

  /** Where the escape at `at` ends. Two that make one character are one. */
  #escape(open: number, at: number): number {
    const code = this.byteAt(at + 1);
    if (code === -1) return this.fail('unclosed-string', open);
    if (!ESCAPES.has(code)) return this.fail('bad-escape', at, at + 2);
    if (code !== 117) return at + 2;
    const unit = this.#hex(at + 2);
    if (unit < 0) return this.fail('bad-escape', at, at + 2);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    const isPair = unit < 0xdc00 && this.byteAt(at + 6) === 92 && this.byteAt(at + 7) === 117 && (this.#hex(at + 8) & 0xfc00) === 0xdc00;
    if (!isPair) this.surrogates.push({ start: at, end: at + 6 });
    return isPair ? at + 12 : at + 6;
  }

  #hex(at: number): number {
    if (at + 4 > this.#end) return -1;
    for (let i = at; i < at + 4; i++) if (HEX[this.bytes[i] ?? 0] === 0) return -1;
    return parseInt(String.fromCharCode(...this.bytes.subarray(at, at + 4)), 16);
  }

  /** The closing quote of a key, or -1. */
  key(at: number): number {
    const byte = this.byteAt(at);
    if (byte === 34) return this.string(at);
    if (byte === -1) return this.fail('unclosed', this.before(at));
    if (byte === 39) return this.fail('single-quote', at);
    if (byte === 47) return this.fail('comment', at, at + 2);
    return isWord(byte) ? this.fail('bare-key', at, this.#wordEnd(at)) : this.fail('unexpected', at);
  }

  /** Where the value after a key begins, or -1. */
  colon(at: number): number {
    const colon = this.space(at);
    if (this.byteAt(colon) === 58) return this.space(colon + 1);
    return this.byteAt(colon) === -1 ? this.fail('unclosed', this.before(colon)) : this.fail('missing-colon', colon);
  }

  /** What stands where only a comma or a closing bracket may. */
  failAfterValue(at: number, closing: number): -1 {
    const byte = this.byteAt(at);
    if (byte === -1) return this.fail('unclosed', this.before(at));
    if (byte === 125 || byte === 93) return this.fail('mismatched', at);
    if (byte === 47) return this.fail('comment', at, at + 2);
    const begins = byte === 34 || byte === 123 || byte === 91 || (closing === 93 && (byte === 45 || (byte >= 48 && byte <= 57)));
    return begins ? this.fail('missing-comma', at) : this.fail('unexpected', at);
  }

  /** Where the number at `at` ends, or -1. */
  number(at: number): number {
    const { bytes } = this;
    const stop = this.#end;
    let fast = at;
    let byte = bytes[fast] ?? 0;
    if (byte > 48 && byte < 58) {
      // Most numbers are digits, perhaps a point and more digits, and then a comma or a bracket.
      do byte = bytes[++fast] ?? 0; while (byte > 47 && byte < 58);
      if (fast - at < EXACT_DIGITS && fast < stop && (byte === 44 || byte === 125 || byte === 93)) return fast;
      if (byte === 46) {
        const point = fast;
        do byte = bytes[++fast] ?? 0; while (byte > 47 && byte < 58);
        if (fast > point + 1 && fast < stop && (byte === 44 || byte === 125 || byte === 93)) return fast;
      }
    }
    return this.#anyNumber(at);
  }

  #anyNumber(at: number): number {
    let i = at;
    if (this.byteAt(i) === 45) i++;
    if (this.byteAt(i) === 73) return this.word(i, at);
    const whole = i;
    i = this.#digits(i);
    const digits = i - whole;
    const padded = digits > 1 && this.bytes[whole] === 48;
    let ok = digits > 0 && !padded;
    let isInteger = true;
    let power = 0;
    if (this.byteAt(i) === 46) {
      const after = this.#digits(i + 1);
      ok &&= after > i + 1;
      i = after;
      isInteger = false;
    }
    if ((this.byteAt(i) | 32) === 101) {
      const sign = this.byteAt(i + 1);
      const from = sign === 43 || sign === 45 ? i + 2 : i + 1;
      i = this.#digits(from);
      power = i - from;
      ok &&= power > 0;
      isInteger = false;
    }
    if (!ok || isWord(this.byteAt(i)) || this.byteAt(i) === 46) return this.fail('bad-number', at, this.#wordEnd(i));
    if ((isInteger && digits >= EXACT_DIGITS) || power > 2) this.#noteUnsafe(at, i, isInteger);
    return i;
  }

  #digits(at: number): number {
    const { bytes } = this;
    let i = at;
    while (i < this.#end) {
      const byte = bytes[i] ?? 0;
      if (byte < 48 || byte > 57) break;
      i++;
    }
    return i;
  }

  #noteUnsafe(start: number, end: number, isInteger: boolean): void {
    const number = Number(String.fromCharCode(...this.bytes.subarray(start, Math.min(end, start + 400))));
    const unsafe = isInteger ? !Number.isSafeInteger(number) : !Number.isFinite(number);
    if (unsafe) this.unsafe.push({ start, end, literal: isInteger ? 0 : 2 });
  }

  /** Where a literal ends, or -1. NaN and Infinity are no JSON, but Python writes them and most readers of data take them. */
  word(at: number, from = at): number {
    const end = this.#wordEnd(at);
    if (end === at) return this.#noValue(at);
    switch (this.bytes[at]) {
      case 116: if (this.#is('true', at, end)) return end; break;
      case 102: if (this.#is('false', at, end)) return end; break;
      case 110: if (this.#is('null', at, end)) return end; break;
      case 78: if (this.#is('NaN', at, end)) return this.#notFinite(from, end); break;
      case 73: if (this.#is('Infinity', at, end)) return this.#notFinite(from, end); break;
    }
    return this.fail('bad-word', from, end);
  }

  #noValue(at: number): -1 {
    const byte = this.byteAt(at);
    if (byte === -1) return this.fail('unclosed', this.before(at));
    if (byte === 39) return this.fail('single-quote', at);
    if (byte === 47) return this.fail('comment', at, at + 2);
    if (byte === 44 && this.bytes[this.before(at)] === 44) return this.fail('unexpected', at);
    return byte === 43 || byte === 46 ? this.fail('bad-number', at, this.#wordEnd(at + 1)) : this.fail('unexpected', at);
  }

  #notFinite(start: number, end: number): number {
    this.unsafe.push({ start, end, literal: 1 });
    return end;
  }

  #is(word: string, at: number, end: number): boolean {
    if (end - at !== word.length) return false;
    for (let i = 1; i < word.length; i++) if (this.bytes[at + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** The end of what looks like one word to a person. */
  #wordEnd(at: number): number {
    let i = at;
    while (isWord(this.byteAt(i))) i++;
    return i;
  }
}

/** Letters, digits, `_`, `$` and everything beyond ASCII. */
const isWord = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte === 36 || byte >= 128;
