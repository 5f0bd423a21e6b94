import { CHARACTER_CLASSES } from '../../server/src/core/characters.ts';
import type { CharacterClass } from '../../server/src/core/characters.ts';

/** The classes that bytes of UTF-8 hold, as bits by their places in `CHARACTER_CLASSES`. */
export function characterClasses(bytes: Uint8Array): number {
  let found = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    // Continuation bytes and leads of letters are most of what there is.
    if (lead < 0xc2 || (lead > 0xc2 && lead < 0xd8) || (lead > 0xe3 && lead < 0xee)) continue;
    const kind = classAt(lead, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0);
    if (kind !== undefined) found |= 1 << CHARACTER_CLASSES.indexOf(kind);
  }
  return found;
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
