import type { DateStyle } from './dates.ts';
import { dateText } from './dates.ts';
import { attributeOf, elementsOf, plainText, stringOf } from './xml.ts';

/** Cells by column; a text begins with a quote, anything else is written as it is, and a cell that is empty is not there. */
export type Row = readonly (string | undefined)[];

/** Columns and rows a sheet of Excel has. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Takes the XML of a sheet in pieces and keeps the values of its cells (ISO/IEC 29500-1, 18.3.1). */
export class SheetReader {
  /** Whether the data came to its end. */
  ended = false;
  readonly #strings: readonly string[];
  readonly #styles: readonly DateStyle[];
  readonly #from1904: boolean;
  readonly #rows: Row[] = [];
  #waiting = '';

  constructor(strings: readonly string[], styles: readonly DateStyle[], from1904: boolean) {
    this.#strings = strings;
    this.#styles = styles;
    this.#from1904 = from1904;
  }

  take(text: string): void {
    if (this.ended) return;
    this.#waiting += text;
    const end = [...this.#waiting.matchAll(/<\/(?:\w+:)?row\s*>/g)].at(-1);
    const stop = end ? end.index + end[0].length : 0;
    for (const { tag, content } of elementsOf(this.#waiting.slice(0, stop), 'row')) this.#addRow(tag, content);
    this.#waiting = this.#waiting.slice(stop);
    this.ended = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/.test(this.#waiting);
  }

  /** Rows from the first that has a cell to the last one; those between that have none are empty. */
  rows(): readonly Row[] {
    const first = this.#rows.findIndex(row => row !== undefined && row.length > 0);
    return first < 0 ? [] : Array.from({ length: this.#rows.length - first }, (_, i) => this.#rows[first + i] ?? []);
  }

  #addRow(tag: string, content: string): void {
    const at = Number(attributeOf(tag, 'r') ?? this.#rows.length + 1) - 1;
    const cells: (string | undefined)[] = [];
    for (const cell of elementsOf(content, 'c')) {
      const column = columnOf(attributeOf(cell.tag, 'r')) ?? cells.length;
      const value = this.#valueOf(cell.tag, cell.content);
      if (value !== undefined && column < MOST_COLUMNS) cells[column] = value;
    }
    if (cells.length > 0 && at >= 0 && at < MOST_ROWS) this.#rows[at] = cells;
  }

  #valueOf(tag: string, content: string): string | undefined {
    const type = attributeOf(tag, 't');
    if (type === 'inlineStr') return `"${stringOf(content)}`;
    const [written] = elementsOf(content, 'v');
    if (!written || written.content === '') return undefined;
    const text = plainText(written.content);
    if (type === 's') return `"${this.#strings[Number(text)] ?? ''}`;
    if (type === 'b') return text === '1' ? 'true' : 'false';
    if (type === 'd') return text;
    return type === 'str' || type === 'e' ? `"${text}` : this.#numberOf(text, attributeOf(tag, 's'));
  }

  #numberOf(text: string, style: string | undefined): string {
    const shown = this.#styles[Number(style ?? 0)];
    const number = Number(text);
    if (!Number.isFinite(number)) return `"${text}`;
    return shown && (shown.date || shown.time) ? dateText(number, shown, this.#from1904) : String(number);
  }
}

/** `A` is 0, `AA` is 26. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
