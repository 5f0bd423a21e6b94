import type { TextPosition } from '../../server/src/core/place.ts';
import type { TextEdit } from '../../server/src/engine/fixes.ts';

/** The text after edits that do not overlap, as an editor applies them: all ranges are those of the text before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const offset = ({ line, character }: TextPosition): number => Math.min(text.length, (starts[line] ?? text.length) + character);
  const ordered = edits.map(({ range, newText }) => ({ from: offset(range.start), to: offset(range.end), newText })).sort((a, b) => b.from - a.from || b.to - a.to);
  return ordered.reduce((result, { from, to, newText }) => result.slice(0, from) + newText + result.slice(to), text);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(match => match.index + match[0].length)];
}
