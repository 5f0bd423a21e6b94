import type { TextPosition, TextRange } from '../core/place.ts';
import { DocumentText, type PositionEncoding, type TextChange } from './documentText.ts';

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

/** Our own store of open documents, by URI. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  opened(uri: string, languageId: string, version: number, text: string): void {
    this.open.set(uri, { uri, languageId, version, text: DocumentText.of(text), edited: false });
  }

  /** Applies changes in order and returns how positions moved; `undefined` where everything was replaced or the document is not open. */
  changed(uri: string, version: number, changes: readonly TextChange[], encoding: PositionEncoding): readonly Shift[] | undefined {
    const document = this.open.get(uri);
    if (!document) return undefined;
    const shifts: (Shift | undefined)[] = [];
    let { text } = document;
    for (const change of changes) {
      const next = text.edit(change, encoding);
      shifts.push(shiftOf(text, next, change, encoding));
      text = next;
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

function shiftOf(before: DocumentText, after: DocumentText, { range }: TextChange, encoding: PositionEncoding): Shift | undefined {
  if (!range) return undefined;
  const start = before.offsetAt(range.start, encoding);
  const end = Math.max(start, before.offsetAt(range.end, encoding));
  const newEnd = after.positionAt(end + after.size - before.size);
  return { range: { start: before.positionAt(start), end: before.positionAt(end) }, newEnd };
}
