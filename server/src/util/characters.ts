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
  'outer-space': /^\s+|\s+$/gu,
  'simplified': new RegExp(`[${SIMPLIFIED}]+`, 'gu'),
  'traditional': new RegExp(`[${TRADITIONAL}]+`, 'gu'),
};

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The runs of characters of a class in a text, as code unit offsets. */
export function runsOf(kind: CharacterClass, text: string): readonly (readonly [from: number, to: number])[] {
  if (kind === 'bidi' && RIGHT_TO_LEFT.test(text)) return [];
  return [...text.matchAll(PATTERNS[kind])].map(({ index, 0: run }) => [index, index + run.length] as const);
}

export const holds = (kind: CharacterClass, text: string): boolean => text.search(PATTERNS[kind]) >= 0 && runsOf(kind, text).length > 0;

/** The text without the runs of a class, or with something else in their place. */
export const withoutRuns = (kind: CharacterClass, text: string, by: (run: string) => string = () => ''): string =>
  kind === 'bidi' && RIGHT_TO_LEFT.test(text) ? text : text.replace(PATTERNS[kind], by);

/** Classes that `classesIn` can tell from bytes of UTF-8. */
export const BYTE_CLASSES: readonly CharacterClass[] = ['invisible', 'bidi', 'no-break-space', 'fullwidth', 'private-use', 'lookalike-ideograph'];

/** Adds the classes that well-formed UTF-8 may hold to `found`: a walk over the bytes without decoding, for chunks that are not all ASCII. */
export function findClasses(bytes: Uint8Array, found: Set<CharacterClass>): void {
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    // Continuation bytes and leads of letters are most of what there is.
    if (lead < 0xc2 || (lead > 0xc2 && lead < 0xd8) || (lead > 0xe3 && lead < 0xee)) continue;
    const kind = classAt(lead, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0);
    if (kind !== undefined) found.add(kind);
  }
}

function classAt(lead: number, second: number, third: number): CharacterClass | undefined {
  switch (lead) {
    case 0xc2: return second < 0xa0 || second === 0xad ? 'invisible' : second === 0xa0 ? 'no-break-space' : undefined;
    case 0xd8: return second === 0x9c ? 'bidi' : undefined;
    case 0xe1: return second === 0xa0 && third === 0x8e ? 'invisible' : undefined;
    case 0xe2: return generalPunctuation(second, third);
    case 0xe3: return second === 0x80 && third === 0x80 ? 'fullwidth' : undefined;
    case 0xee: return 'private-use';
    case 0xef: return specials(second, third);
    case 0xf3: return second >= 0xb0 ? 'private-use' : undefined;
    case 0xf4: return 'private-use';
    default: return undefined;
  }
}

/** U+2000 to U+2FFF. */
function generalPunctuation(second: number, third: number): CharacterClass | undefined {
  if (second === 0x80) {
    if (third === 0x87 || third === 0xaf) return 'no-break-space';
    if (third >= 0x8b && third <= 0x8d) return 'invisible';
    return third === 0x8e || third === 0x8f || (third >= 0xaa && third <= 0xae) ? 'bidi' : undefined;
  }
  if (second === 0x81) return third === 0xa0 ? 'invisible' : third >= 0xa6 && third <= 0xa9 ? 'bidi' : undefined;
  return second >= 0xba && second <= 0xbf && (second !== 0xbf || third <= 0x95) ? 'lookalike-ideograph' : undefined;
}

/** U+F000 to U+FFFF. */
function specials(second: number, third: number): CharacterClass | undefined {
  if (second < 0xa4) return 'private-use';
  if (second < 0xac) return 'lookalike-ideograph';
  if (second === 0xbb && third === 0xbf) return 'invisible';
  const wide = (second === 0xbc && ((third >= 0x90 && third <= 0x99) || (third >= 0xa1 && third <= 0xba))) || (second === 0xbd && third >= 0x81 && third <= 0x9a);
  return wide ? 'fullwidth' : undefined;
}

export const classIndex = (kind: CharacterClass): number => CHARACTER_CLASSES.indexOf(kind);
