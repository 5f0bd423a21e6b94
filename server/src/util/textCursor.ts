import type { TextPosition } from '../core/place.ts';

const LF = 10;
const CR = 13;

/**
 * Turns byte offsets of a UTF-8 text into positions as editors count them: a line ends at LF, CR LF or a lone CR (Language Server Protocol, section on
 * text documents), characters are UTF-16 code units. It moves forward through the text, so asking in order costs one pass.
 */
export class TextCursor {
  readonly #bytes: () => Uint8Array;
  readonly #line: number;
  readonly #hasReturns: boolean;
  #at: Readonly<{ offset: number; line: number; character: number }>;

  /** `line`: the line the first byte is the start of. The bytes are asked for anew each time. Without carriage returns lines are searched for natively. */
  constructor(bytes: () => Uint8Array, line: number, hasReturns = true) {
    this.#hasReturns = hasReturns;
    this.#bytes = bytes;
    this.#line = line;
    this.#at = { offset: 0, line, character: 0 };
  }

  at(offset: number): TextPosition {
    if (offset < this.#at.offset) this.#goBack(offset);
    const bytes = this.#bytes();
    if (!this.#hasReturns) this.#skipLines(bytes, offset);
    let { line, character } = this.#at;
    for (let i = this.#at.offset; i < offset; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
        line++;
        character = 0;
      } else if ((byte & 0xc0) !== 0x80) {
        character += byte >= 0xf0 ? 2 : 1;
      }
    }
    this.#at = { offset, line, character };
    return { line, character };
  }

  /** To the start of the line that holds an offset, as long as that lies ahead. */
  #skipLines(bytes: Uint8Array, offset: number): void {
    let { line } = this.#at;
    let start = this.#at.offset;
    for (let end = bytes.indexOf(LF, start); end !== -1 && end < offset; end = bytes.indexOf(LF, start)) {
      line++;
      start = end + 1;
    }
    if (start > this.#at.offset) this.#at = { offset: start, line, character: 0 };
  }

  /** To the start of the line of an earlier offset, unless the start of the text is nearer. */
  #goBack(offset: number): void {
    const bytes = this.#bytes();
    const isBreak = (i: number): boolean => bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF);
    let { line } = this.#at;
    if (this.#at.offset - offset < offset) {
      for (let i = offset; i < this.#at.offset; i++) if (isBreak(i)) line--;
      let start = offset;
      while (start > 0 && !isBreak(start - 1)) start--;
      this.#at = { offset: start, line, character: 0 };
    } else {
      this.#at = { offset: 0, line: this.#line, character: 0 };
    }
  }

  /** Line breaks in the whole text. `indexOf` searches natively, which matters for files of gigabytes. */
  lines(): number {
    const bytes = this.#bytes();
    let lines = 0;
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines++;
    for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) lines++;
    return lines;
  }
}
