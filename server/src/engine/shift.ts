import type { Finding, Spot } from '../core/finding.ts';
import type { TextPosition, TextRange } from '../core/place.ts';
import type { Shift } from './documents.ts';

/** The finding after edits of document `uri`: one that showed where the text changed is gone, cells that changed are no longer listed. */
export function shiftFinding(finding: Finding, uri: string, shifts: readonly Shift[]): readonly Finding[] {
  const moved = (spot: Spot): readonly Spot[] => (spot.uri === uri ? shiftSpot(spot, shifts) : [spot]);
  const [primary] = moved(finding.primary);
  if (!primary) return [];
  return [{
    ...finding,
    primary,
    spots: finding.spots.flatMap(moved),
    related: finding.related.flatMap(({ spot, message }) => moved(spot).map(shifted => ({ spot: shifted, message }))),
    // Places of a fix are found again by the next check: a fix is never applied to a text it was not made for.
    fix: undefined,
  }];
}

function shiftSpot(spot: Spot, shifts: readonly Shift[]): readonly Spot[] {
  const range = shifts.reduce<TextRange | undefined>((current, shift) => current && shiftRange(current, shift), spot.range);
  return range ? [{ ...spot, range }] : [];
}

/** `undefined` where the edit touched the range. */
export function shiftRange(range: TextRange, { range: edited, newEnd }: Shift): TextRange | undefined {
  const gap = compare(edited.start, range.end);
  if (gap > 0 || (gap === 0 && compare(edited.start, edited.end) < 0)) return range;
  if (compare(range.start, edited.end) < 0) return undefined;
  return { start: move(range.start, edited.end, newEnd), end: move(range.end, edited.end, newEnd) };
}

function move(position: TextPosition, from: TextPosition, to: TextPosition): TextPosition {
  const line = position.line + to.line - from.line;
  const moved = position.line === from.line ? to.character - from.character : 0;
  return { line, character: position.character + moved };
}

const compare = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;
