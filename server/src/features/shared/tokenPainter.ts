import type { SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { cellsOf } from '../../core/chunk.ts';
import type { TextPosition, TextRange } from '../../core/place.ts';
import type { DocumentText, PositionEncoding } from '../../engine/documentText.ts';
import type { RowRun } from '../../engine/textRows.ts';

/** Tokens of one answer; more than that is no screen. */
const LIMIT = 500_000;
/** Characters of a line that are coloured: editors draw no more of it. */
const LINE_LIMIT = 20_000;

/** Turns cells into semantic tokens. A token ends with its line, as the protocol demands of clients that do not say otherwise. */
export class TokenPainter {
  #count = 0;

  /** `typeOf`: index of the legend by column, -1 for no token. */
  constructor(
    private readonly builder: SemanticTokensBuilder, private readonly text: DocumentText, private readonly encoding: PositionEncoding,
    private readonly typeOf: (column: number) => number,
  ) {}

  get full(): boolean {
    return this.#count >= LIMIT;
  }

  paint({ chunk, locator, first, last }: RowRun, isHeader: boolean): void {
    for (let record = first; record < last && !this.full; record += 1) {
      const [from, to] = cellsOf(chunk, record);
      for (let cell = from; cell < to; cell += 1) {
        const type = this.typeOf(chunk.columns?.[cell] ?? cell - from);
        if (type < 0) continue;
        const range = locator.cell(cell, 'raw');
        if (range.start.character > LINE_LIMIT) break;
        this.#add(range, type, isHeader);
      }
    }
  }

  tokens(): SemanticTokens {
    return this.builder.build();
  }

  #add({ start, end }: TextRange, type: number, isHeader: boolean): void {
    for (let { line } = start; line <= end.line; line += 1) {
      const from = line === start.line ? this.#asClient(start) : 0;
      const to = line === end.line ? this.#asClient(end) : this.text.positionAt(this.text.lineEnd(line), this.encoding).character;
      if (to <= from) continue;
      this.builder.push(line, from, Math.min(to - from, LINE_LIMIT), type, isHeader ? 1 : 0);
      this.#count += 1;
    }
  }

  /** The character of a position as the client counts. */
  #asClient(position: TextPosition): number {
    if (this.encoding === 'utf-16') return position.character;
    return this.text.positionAt(this.text.offsetAt(position, 'utf-16'), this.encoding).character;
  }
}
