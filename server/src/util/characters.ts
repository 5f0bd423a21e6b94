import { CHARACTER_CLASSES } from '../core/characters.ts';
import type { CharacterClass } from '../core/characters.ts';
import { SIMPLIFIED, TRADITIONAL } from './chineseScript.ts';

/**
 * One pattern a class; each finds whole runs. Joiners count as invisible where both neighbours are Latin, Han or digits: Persian, Indic scripts and
 * emoji need them.
 */
const PATTERNS: Readonly<Record<CharacterClass, RegExp>> = {
  'invisible': /[\u00ad\u180e\u200b\u2060\ufeff\u0080-\u009f]+|(?<=[\p{Script=Latin}\p{Script=Han}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\p{Script=Han}\d]|$)/gu,
  'bidi': /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu,
  'no-break-space': /[\u00a0\u2007\u202f]+/gu,
  'fullwidth': /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]+/gu,
  'private-use': /\p{Co}+/gu,
  'lookalike-ideograph': /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9]+/gu,
  'line-break': /[\r\n]+/gu,
  // The byte-order mark is no space any more, but takes no room.
  'outer-space': /^[^\S\ufeff]+|[^\S\ufeff]+$/gu,
  'simplified': new RegExp(`[${SIMPLIFIED}]+`, 'gu'),
  'traditional': new RegExp(`[${TRADITIONAL}]+`, 'gu'),
};

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Scripts that write no spaces between words and have zero-width ones to break lines at. */
const ZERO_WIDTH_SPACES = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Whether a text needs characters of a class. */
const needs = (kind: CharacterClass, text: string): boolean =>
  kind === 'bidi' ? RIGHT_TO_LEFT.test(text) : kind === 'invisible' && ZERO_WIDTH_SPACES.test(text);

/** The runs of characters of a class in a text, as code unit offsets. */
export function runsOf(kind: CharacterClass, text: string): readonly (readonly [from: number, to: number])[] {
  if (needs(kind, text)) return [];
  return [...text.matchAll(PATTERNS[kind])].map(({ index, 0: run }) => [index, index + run.length] as const);
}

export const holds = (kind: CharacterClass, text: string): boolean => text.search(PATTERNS[kind]) >= 0 && runsOf(kind, text).length > 0;

/** A bit for each of `BYTE_CLASSES`, by character of the first plane; of the others, those of the last two planes are for private use. */
let members: Uint8Array | undefined;

/** Which of `BYTE_CLASSES` UTF-8 in `[start, end)` may hold, as bits in their order: to look at bytes costs much less than to read them as a text. */
export function mayHold(bytes: Uint8Array, start: number, end: number): number {
  members ??= membersOfAll();
  let held = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0xc2) continue;
    if (byte >= 0xf0) {
      if (byte >= 0xf3) held |= PRIVATE_USE;
      continue;
    }
    const point = byte < 0xe0
      ? (byte & 31) << 6 | (bytes[i + 1] ?? 0) & 63
      : (byte & 15) << 12 | ((bytes[i + 1] ?? 0) & 63) << 6 | (bytes[i + 2] ?? 0) & 63;
    held |= members[point] ?? 0;
  }
  return held;
}

/** Joiners count behind a letter. */
function membersOfAll(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let point = 0x80; point < 0x10000; point++) {
    const text = `a${String.fromCharCode(point)}`;
    BYTE_CLASSES.forEach((kind, bit) => {
      if (text.search(PATTERNS[kind]) >= 0) found[point] = (found[point] ?? 0) | 1 << bit;
    });
  }
  return found;
}

/** The text without the runs of a class, or with something else in their place. */
export const withoutRuns = (kind: CharacterClass, text: string, by: (run: string) => string = () => ''): string =>
  needs(kind, text) ? text : text.replace(PATTERNS[kind], by);

/** Classes that the kernel tells from bytes of UTF-8, by their bits. */
export const BYTE_CLASSES: readonly CharacterClass[] = ['invisible', 'bidi', 'no-break-space', 'fullwidth', 'private-use', 'lookalike-ideograph'];

const PRIVATE_USE = 1 << BYTE_CLASSES.indexOf('private-use');

export const classIndex = (kind: CharacterClass): number => CHARACTER_CLASSES.indexOf(kind);
