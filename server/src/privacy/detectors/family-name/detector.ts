import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, FAMILY_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isFamilyName } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'family-name',
  title: 'family name',
  category: 'user.name.last',
  role: 'direct-identifier',
  basis: 'list',
  vetoNeighbours: ['storm', 'hurricane', 'wind', 'breed', 'species', 'pet', 'vessel', 'ship'],
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 60,
  accepts: isFamilyName,
  chance: 0.1,
  threshold: 0.6,
  nameHints: FAMILY_NAME_WORDS,
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS],
  mask: text => `${text.slice(0, 1)}•••`,
});
