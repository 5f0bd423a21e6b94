import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, FAMILY_NAME_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, GIVEN_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { isLowerCaseName, isNameShaped, isPersonName } from '../../../util/names/personNames.ts';

export default defineDetector({
  id: 'named-person',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 120,
  accepts: text => !NO_NAME.test(text) && (isNameShaped(text) || /^\p{L}[\p{L}\p{M}'’ .-]{1,60}$/u.test(text) || /^\p{Script=Han}$|^\p{Script=Hangul}$/u.test(text)),
  together: texts => texts.filter(isLowerCaseName).length >= Math.max(FEW, texts.length * 0.6) || areNamesOfMany(texts),
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

/** Texts from which on names of a language that lists hardly know can be told from titles and places. */
const MANY = 5;
/**
 * Initials before a word with a capital, nearly all through; or two to four words with capitals, nearly all through, some of which are names of the
 * lists and hardly any of which ends as firms and places do.
 */
function areNamesOfMany(texts: readonly string[]): boolean {
  if (texts.length < MANY) return false;
  const share = (passes: (text: string) => boolean): number => texts.filter(passes).length / texts.length;
  const areShaped = share(text => SEVERAL.test(text) && isNameShaped(text)) >= 0.8 && share(text => THING.test(text)) < 0.1;
  return share(text => INITIALS.test(text)) >= 0.7 || areShaped && share(isPersonName) >= 0.3;
}

const INITIALS = /^(?:\p{Lu}\.[ -]?){1,3} ?(?:\p{Ll}{1,4} ){0,3}\p{Lu}[\p{L}'’-]{2,}(?: \p{L}[\p{L}'’-]+)?$/u;
const SEVERAL = /^\S+(?: \S+){1,4}$/;
const THING = new RegExp(
  ', \\p{Lu}{2}(?:-\\p{Lu}{2})*$|\\b(?:[Tt]he|[Oo]f|[Aa]nd|Inc|Ltd|LLC|GmbH|Park|School|Street|Road|City|County|Team|United|University|Hotel|Airport|Station|'
  + 'Cent(?:er|re)|Restaurant|Company|Hospital|Island|Lake|River)\\b', 'u',
);
