import { firstAbove } from '../../util/search.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';
import type { Span } from './tree.ts';

/** Turns offsets into positions as editors count them: `\n`, `\r\n` and a lone `\r` end a line. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = text.includes('\r') ? [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), match => match.index + match[0].length)] : startsIn(text);
    this.#length = text.length;
  }

  position(offset: number): TextPosition {
    const within = Math.min(this.#length, Math.max(0, offset));
    const line = firstAbove(this.#starts, within) - 1;
    return { line, character: within - (this.#starts[line] ?? 0) };
  }

  range({ start, end }: Span): TextRange {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Offset of a position; beyond the end of a text it is the end. */
  offset({ line, character }: TextPosition): number {
    return Math.min(this.#length, (this.#starts[line] ?? this.#length) + character);
  }
}

/** Where lines begin that all end with \n: a megabyte is searched several times as fast as with a pattern. */
function startsIn(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
