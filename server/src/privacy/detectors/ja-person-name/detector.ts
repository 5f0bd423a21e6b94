import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isJapaneseName } from '../../../util/names/eastAsianNames.ts';

export default defineDetector({
  id: 'ja-person-name',
  title: 'Japanese name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 6 && bytes <= 48,
  accepts: isJapaneseName,
  chance: 0.15,
  threshold: 0.65,
  nameHints: [...FULL_NAME_WORDS, ...GENERIC_NAME_WORDS],
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS],
  mask: text => `${[...text][0] ?? ''}••`,
});
