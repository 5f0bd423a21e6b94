import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, FAMILY_NAME_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, GIVEN_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isLowerCaseName, isNameShaped } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'named-person',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 120,
  accepts: text => !NO_NAME.test(text) && (isNameShaped(text) || /^\p{L}[\p{L}\p{M}'’ .-]{1,60}$/u.test(text) || /^\p{Script=Han}$|^\p{Script=Hangul}$/u.test(text)),
  together: texts => texts.filter(isLowerCaseName).length >= Math.max(FEW, texts.length * 0.6),
  tellsItself: true,
  varied: true,
  chance: 0.3,
  threshold: 0.7,
  nameHints: [...FULL_NAME_WORDS, ...GIVEN_NAME_WORDS, ...FAMILY_NAME_WORDS],
  amongPeople: GENERIC_NAME_WORDS,
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS, 'group'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** Answers that have the shape of a name. */
const NO_NAME = /^(?:yes|no|true|false|low|medium|high|none|white|black|asian|other|unknown|male|female|adult|child|man|woman|public|private)$/i;

const FEW = 5;
