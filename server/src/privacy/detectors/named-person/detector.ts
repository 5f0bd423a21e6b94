import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, FAMILY_NAME_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, GIVEN_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isNameShaped } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'named-person',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 120,
  accepts: text => isNameShaped(text) || /^\p{L}[\p{L}\p{M}'’ .-]{1,60}$/u.test(text) || /^\p{Script=Han}$|^\p{Script=Hangul}$/u.test(text),
  chance: 0.3,
  threshold: 0.7,
  nameHints: [...FULL_NAME_WORDS, ...GIVEN_NAME_WORDS, ...FAMILY_NAME_WORDS],
  amongPeople: GENERIC_NAME_WORDS,
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS, 'group'],
  mask: text => `${[...text][0] ?? ''}•••`,
});
