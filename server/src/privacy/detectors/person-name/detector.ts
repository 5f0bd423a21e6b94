import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PLACES, ABOUT_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isPersonName } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'person-name',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 5 && bytes <= 120,
  accepts: isPersonName,
  chance: 0.08,
  threshold: 0.5,
  nameHints: [...FULL_NAME_WORDS, ...GENERIC_NAME_WORDS],
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS, 'group'],
  vetoNeighbours: ABOUT_PLACES,
  mask: text => `${text.slice(0, 1)}••• •••`,
});
