import type { TextPosition, TextRange } from '../core/place.ts';
import { DocumentText, type PositionEncoding, type Splice, type TextChange } from './documentText.ts';

/** A document the client has open. A new object for every version, so whoever holds one has a snapshot. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: DocumentText;
  /** True from the first edit on until it is saved. */
  readonly edited: boolean;
}

/** What an edit did to positions, in UTF-16: everything from `range.end` on moved to `newEnd` and after. */
export interface Shift {
  readonly range: TextRange;
  readonly newEnd: TextPosition;
}

/** The same with what it did to the bytes. */
export interface Edit extends Shift {
  readonly splice: Splice;
}

/** Our own store of open documents, by URI. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  opened(uri: string, languageId: string, version: number, text: string | DocumentText): void {
    this.open.set(uri, { uri, languageId, version, text: typeof text === 'string' ? DocumentText.of(text) : text, edited: false });
  }

  /** Applies changes in order and returns how positions moved; `undefined` where everything was replaced or the document is not open. */
  changed(uri: string, version: number, changes: readonly TextChange[], encoding: PositionEncoding): readonly Edit[] | undefined {
    const document = this.open.get(uri);
    if (!document) return undefined;
    const shifts: (Edit | undefined)[] = [];
    let { text } = document;
    for (const { range, text: written } of changes) {
      const edited = range && text.replace(range, written, encoding);
      shifts.push(edited && shiftOf(text, edited.text, edited.splice));
      text = edited?.text ?? DocumentText.of(written);
    }
    this.open.set(uri, { ...document, version, text, edited: true });
    const known = shifts.filter(shift => shift !== undefined);
    return known.length === shifts.length ? known : undefined;
  }

  saved(uri: string): void {
    const document = this.open.get(uri);
    if (document) this.open.set(uri, { ...document, edited: false });
  }

  closed(uri: string): void {
    this.open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.open.values()];
  }
}

function shiftOf(before: DocumentText, after: DocumentText, splice: Splice): Edit {
  const { from, to, added } = splice;
  const start = before.positionAt(from);
  return { range: { start, end: to === from ? start : before.positionAt(to) }, newEnd: after.positionAt(from + added), splice };
}
