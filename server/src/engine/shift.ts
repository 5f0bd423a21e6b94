import type { Finding, Spot } from '../core/finding.ts';
import type { TextPosition, TextRange } from '../core/place.ts';
import type { Shift } from './documents.ts';

/**
 * The finding after edits of document `uri`: one that showed where the text changed is gone, cells that changed are no longer listed. The same object where
 * nothing moved, as is so for most findings while somebody types in one line.
 */
export function shiftFinding(finding: Finding, uri: string, shifts: readonly Shift[]): readonly Finding[] {
  const moved = (spot: Spot): Spot | undefined => (spot.uri === uri ? shiftSpot(spot, shifts) : spot);
  const primary = moved(finding.primary);
  if (!primary) return [];
  const spots = mapped(finding.spots, moved);
  const related = mapped(finding.related, one => {
    const spot = moved(one.spot);
    return spot === one.spot ? one : spot && { ...one, spot };
  });
  // Places of a fix are found again by the next check: a fix is never applied to a text it was not made for.
  const isSame = primary === finding.primary && spots === finding.spots && related === finding.related && finding.fix === undefined;
  return [isSame ? finding : { ...finding, primary, spots, related, fix: undefined }];
}

/** The list itself where every item stays as it is; without those that go. */
function mapped<T>(list: readonly T[], change: (item: T) => T | undefined): readonly T[] {
  let same = true;
  const changed = list.map(item => {
    const next = change(item);
    same &&= next === item;
    return next;
  });
  return same ? list : changed.filter(item => item !== undefined);
}

function shiftSpot(spot: Spot, shifts: readonly Shift[]): Spot | undefined {
  let range: TextRange | undefined = spot.range;
  for (const shift of shifts) range = range && shiftRange(range, shift);
  return range === spot.range ? spot : range && { ...spot, range };
}

/** `undefined` where the edit touched the range. */
export function shiftRange(range: TextRange, { range: edited, newEnd }: Shift): TextRange | undefined {
  const gap = compare(edited.start, range.end);
  if (gap > 0 || (gap === 0 && compare(edited.start, edited.end) < 0)) return range;
  if (compare(range.start, edited.end) < 0) return undefined;
  // Below an edit within a line nothing moves.
  if (edited.end.line === newEnd.line && range.start.line > edited.end.line) return range;
  return { start: move(range.start, edited.end, newEnd), end: move(range.end, edited.end, newEnd) };
}

function move(position: TextPosition, from: TextPosition, to: TextPosition): TextPosition {
  const line = position.line + to.line - from.line;
  const moved = position.line === from.line ? to.character - from.character : 0;
  return { line, character: position.character + moved };
}

const compare = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;
