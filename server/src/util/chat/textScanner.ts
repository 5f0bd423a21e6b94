import { residueAt } from './residue.ts';
import type { Residue } from './residue.ts';

/** What a text holds that somebody should look at: offsets into the bytes that were scanned. */
export type TextFault = Residue & { readonly start: number; readonly end: number };

/** Findings of one text that are told one by one. */
const MOST = 8;

/** Classes of bytes. Letters of ASCII come first: most bytes are. */
const [LETTER, DIGIT, SPACE, BREAK, SIGN, HIGH] = [0, 1, 2, 3, 4, 5];
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return HIGH;
  if (byte >= 48 && byte <= 57) return DIGIT;
  if ((byte | 32) >= 97 && (byte | 32) <= 122) return LETTER;
  return byte === 10 || byte === 13 ? BREAK : byte <= 32 ? SPACE : SIGN;
});
const BACKTICK = 96;
/** Signs that what should not be there begins with: `<`, `[`, `{`, and `&` of character references. */
const SUSPECT = new Set([60, 91, 123, 38]);

/**
 * Reads a text of UTF-8 once: how long it is, how many tokens it may be, and which left-overs of templates and web pages it holds. Code, within
 * backticks or fences, may hold anything.
 */
export class TextScanner {
  /** Code points of the text read last. */
  characters = 0;
  /** Letters and digits, of any script. */
  alphanumeric = 0;
  /** Characters that are no space. */
  visible = 0;
  /** Estimated; see `TOKENS`. */
  tokens = 0;
  hasCode = false;
  readonly faults: TextFault[] = [];
  #tags = 0;
  #firstTag: TextFault | undefined;

  scan(bytes: Uint8Array, start: number, end: number): void {
    this.faults.length = this.characters = this.alphanumeric = this.visible = this.#tags = 0;
    this.#firstTag = undefined;
    this.hasCode = false;
    let tokens = 0;
    /** Backticks that opened the code the text is in; 0 outside of code. */
    let ticks = 0;
    for (let at = start; at < end;) {
      const from = at;
      const byte = bytes[at] ?? 0;
      const kind = CLASSES[byte] ?? HIGH;
      if (kind === HIGH) {
        at = this.#high(bytes, at, end);
        if (ticks === 0 && (byte === 0xe8 || byte === 0xe4)) this.#suspect(bytes, from, start, end);
        continue;
      }
      if (kind === SIGN && byte !== BACKTICK) {
        at++;
        while (at < end && bytes[at] === byte) at++;
        tokens += TOKENS.signs * (1 + (at - from - 1) / 8);
        this.visible += at - from;
        this.characters += at - from;
        if (ticks === 0 && SUSPECT.has(byte)) this.#suspect(bytes, from, start, end);
        continue;
      }
      if (byte === BACKTICK) {
        at++;
        while (at < end && bytes[at] === BACKTICK) at++;
        ticks = ticks === 0 ? at - from : ticks === at - from ? 0 : ticks;
        this.hasCode = true;
        this.visible += at - from;
        tokens++;
      } else {
        do at++; while (at < end && CLASSES[bytes[at] ?? 0] === kind);
        const length = at - from;
        if (kind === LETTER || kind === DIGIT) {
          this.alphanumeric += length;
          this.visible += length;
          tokens += kind === DIGIT ? Math.ceil(length / TOKENS.digits) : length <= TOKENS.word ? 1 : 1 + (length - TOKENS.word) / TOKENS.wordRest;
          if (length === 2 && byte === 65 && bytes[at - 1] === 73 && ticks === 0) this.#suspect(bytes, from, start, end);
          else if (length === 5 && byte === 109 && bytes[at - 1] === 108 && ticks === 0) this.#suspect(bytes, from, start, end);
        } else if (kind === BREAK || length > 1) {
          tokens++;
        }
      }
      this.characters += at - from;
      // A single backtick that nothing closes before the line ends opened no code.
      if (kind === BREAK && ticks > 0 && ticks < 3) ticks = 0;
    }
    this.tokens += tokens;
    this.#tell();
  }

  /** A character beyond ASCII; returns where the next one begins. */
  #high(bytes: Uint8Array, at: number, end: number): number {
    const byte = bytes[at] ?? 0;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    this.characters++;
    this.visible++;
    const isSign = byte === 0xe2 || byte === 0xf0 || (byte === 0xe3 && bytes[at + 1] === 0x80) || (byte === 0xef && (bytes[at + 1] ?? 0) >= 0xbc) || (byte === 0xc2);
    if (!isSign) this.alphanumeric++;
    this.tokens += size === 2 ? TOKENS.twoBytes : size === 3 ? TOKENS.threeBytes : TOKENS.fourBytes;
    return Math.min(end, at + size);
  }

  #suspect(bytes: Uint8Array, at: number, start: number, end: number): void {
    const found = residueAt(bytes, at, start, end);
    if (!found) return;
    if (found.kind === 'markup') {
      this.#tags++;
      this.#firstTag ??= found;
    } else if (this.faults.length < MOST) {
      this.faults.push(found);
    }
  }

  /** One tag may be meant; several are what a page left behind. */
  #tell(): void {
    if (this.#firstTag && this.#tags >= FEWEST_TAGS) this.faults.push(this.#firstTag);
  }
}

const FEWEST_TAGS = 3;

/** What a token stands for on average, by kinds of characters; fitted to byte-pair encodings of 100,000 and 200,000 tokens. */
const TOKENS = { word: 9, wordRest: 5, digits: 3, signs: 0.9, twoBytes: 0.42, threeBytes: 0.75, fourBytes: 2 } as const;
