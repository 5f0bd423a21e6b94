import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, GIVEN_NAME_WORDS, GENERIC_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isGivenName } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'given-name',
  title: 'given name',
  category: 'user.name.first',
  role: 'direct-identifier',
  basis: 'list',
  vetoNeighbours: ['storm', 'hurricane', 'wind', 'breed', 'species', 'pet', 'vessel', 'ship'],
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 60,
  accepts: isGivenName,
  chance: 0.08,
  threshold: 0.6,
  nameHints: [...GIVEN_NAME_WORDS, ...GENERIC_NAME_WORDS],
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS],
  mask: text => `${text.slice(0, 1)}•••`,
});
