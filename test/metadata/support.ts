import type { TextRange } from '../../server/src/core/place.ts';
import { Lines } from '../../server/src/metadata/document/lines.ts';

/** The part of a text that a range stands for. */
export function textIn(text: string, range: TextRange): string {
  const lines = new Lines(text);
  return text.slice(lines.offset(range.start), lines.offset(range.end));
}
