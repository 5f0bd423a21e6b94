import { asFamilyName, asGivenName } from './nameWords.ts';

/**
 * Whether a text is the name of a person as a list of names would have it: two to six words, all of them names but for initials and particles, one of them
 * a given name. In `Family, Given` order too, with titles before and degrees behind.
 */
export function isPersonName(text: string): boolean {
  const plain = withoutTitles(text);
  const words = plain.split(/[,\s]+/u).filter(word => word !== '');
  if (words.length < 2 || words.length > 6 || !isNameShaped(plain) || NO_PERSON.has((words.at(-1) ?? '').toLowerCase()) || NO_GIVEN.has((words[0] ?? '').toLowerCase())) return false;
  const telling = words.filter(word => !INITIALS.test(word) && !PARTICLES.has(word.toLowerCase()));
  const judged = telling.map(word => ({ given: asGivenName(word), family: asFamilyName(word) }));
  const known = judged.filter(({ given, family }) => given ?? family).length;
  const sure = judged.some(({ given, family }) => given === 'sure' || family === 'sure');
  // Initials stand for the given name.
  if (telling.length < words.length && words.some(word => INITIALS.test(word)) && judged.length === 1) return judged[0]?.family === 'sure';
  if (isLowerCase(plain)) return known === judged.length && judged.some(({ given }) => given === 'sure') && judged.some(({ family }) => family === 'sure');
  return sure && judged.some(({ given }) => given) && (known === judged.length || known >= 2);
}

/** Whether a text is a given name, or two: a word that is hardly anything else, with a capital first. */
export const isGivenName = (text: string): boolean => allAre(text, asGivenName);

/** Whether a text is a family name that is no word of English. */
export const isFamilyName = (text: string): boolean => allAre(text.replace(FAMILY_PARTICLES, ''), asFamilyName);

/** Whether a text is a given or a family name without its capital: alone it may be a word of any language. */
export const isLowerCaseName = (text: string): boolean =>
  isLowerCase(text) && text.split(' ').length <= 2 && text.split(' ').every(word => asGivenName(word) === 'sure' || asFamilyName(word) === 'sure');

function allAre(text: string, as: typeof asGivenName): boolean {
  const words = text.split(' ');
  return words.length <= 2 && isNameShaped(text) && !isLowerCase(text) && words.every(word => as(word) === 'sure');
}

/** A name of a person: words with a capital first or throughout, initials, and what stands inside names; or words of a script without capitals. */
export function isNameShaped(text: string): boolean {
  const name = text.trim();
  // Most texts that are no names show it by a digit or another sign; of the forms, which take long to be made ready, the first letter leaves one.
  if (NO_NAME.test(name)) return false;
  if (/^[A-Z]/.test(name)) return NAME.test(name);
  if (/^[a-z]/.test(name)) return LOWER.test(name) || (/^(?:d[aei]l?|v[ao]n) /.test(name) && NAME.test(name));
  return NAME.test(name) || CASELESS.test(name) || LOWER.test(name);
}

const NO_NAME = /[\d@:;/_"(){}<>=+*?!&%$#[\]\\|~^`]/;

const isLowerCase = (text: string): boolean => LOWER.test(text);

const WORD = "(?:\\p{Lu}(?:[\\p{Ll}\\p{M}]|['’-]\\p{L})+(?:\\p{Lu}\\p{Ll}+)?(?:['’-]\\p{Lu}\\p{Ll}+)*|\\p{Lu}{2,}(?:['’-]\\p{Lu}+)*|\\p{Lu}['’]\\p{Lu}\\p{Ll}+)";
const INSIDE = `(?:${WORD}|(?:\\p{Lu}\\.?){1,2}|d[aeiou]s?|de[lnr]|dal|del+a|von|van|vom|zu|ter|ten|af|av|bin|bint|ben|ibn|al|el|la|le|y|e|i|'t)`;
const FIRST = `(?:${WORD}|(?:\\p{Lu}\\.){1,3}|(?:[Dd][aei]l?|[Vv][ao]n)(?= ))`;
const NAME = new RegExp(`^(?:(?:Mrs?|Ms|Miss|Dr|Prof)\\.? )?${FIRST}(?:(?:, ?| )${INSIDE}){0,5}(?:,? (?:Jr|Sr|I{2,3}|IV)\\.?)?$`, 'u');
/** Arabic, Hebrew, the scripts of India, Thai, Georgian: no capitals there. The scripts of China, Japan and Korea have forms of their own. */
const LETTERS = "(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}])[\\p{Lo}\\p{M}'’-]){2,24}";
const CASELESS = new RegExp(`^${LETTERS}(?: ${LETTERS}){0,4}$`, 'u');
const LOWER = /^\p{Ll}[\p{Ll}'’-]+(?:,? (?:\p{Ll}[\p{Ll}'’-]+|\p{Ll}\.?)){0,4}$/u;

const INITIALS = /^(?:\p{Lu}\.?){1,3}$|^\p{Ll}\.?$/u;
const PARTICLES = new Set("de da do dos das di du del della dal der den von van vom zu ter ten af av bin bint ben ibn al el la le y e i 't jr jr. sr sr. ii iii iv".split(' '));
const FAMILY_PARTICLES = /^(?:(?:de la|de los|de las|van der|van den|van de|von der|von|van|de|del|della|di|da|dos|du|al|el|bin|ibn|ter|ten|st\.?|mac|mc|o') ?)/iu;

const TITLES = /^(?:(?:mrs?|ms|miss|mx|dr|prof|herr|frau|mme|mlle|m|sr|sra|srta|don|doña|dott|dra|sig|ing|rev|sir|dame|lic|arq|шри|श्री|श्रीमती|د|أ)\.?\s+)+/iu;
const DEGREES = /,?\s+(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d|dds|esq|mba|msc|bsc|phd|dvm|rn|cpa)\.?$/iu;
const withoutTitles = (text: string): string => text.trim().replace(TITLES, '').replace(DEGREES, '').replace(DEGREES, '').replace(/\s+/gu, ' ');

/** Words that end the names of places, firms and schools that are called after somebody. */
const NO_PERSON = new Set(
  ('county city beach airport street road avenue lake park river island islands hill hills springs creek church school university college hospital inc ltd llc corp gmbh '
    + 'company group foods motors records field stadium museum bridge house hotel center centre falls bay mountain valley district station library garden group sons '
    + 'brothers bros partners associates systems technologies global international plc co corporation industries holdings bank team united fc').split(' '),
);

/** Words that begin the names of places. */
const NO_GIVEN = new Set('new north south east west upper lower great little old port fort lake mount saint st san santa los las el fort cape grand the le la'.split(' '));
