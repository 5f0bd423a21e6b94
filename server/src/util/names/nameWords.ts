import { wordFilter } from '../wordFilter.ts';
import filters from './names.json' with { type: 'json' };

/**
 * What is known of one word as part of a person's name. `sure` names are hardly ever anything else; the others are words of English too (Rose, Green). The lists are
 * those of the United States census of 1990 (public domain: all given names and the fifteen thousand commonest family names) and the names that the Faker
 * and Mimesis libraries (MIT) give for some sixty languages.
 */
export type NameWord = 'sure' | 'also';

const GIVEN = wordFilter(filters.given);
const GIVEN_WORDS = wordFilter(filters.givenWords);
const FAMILY = wordFilter(filters.family);
const FAMILY_WORDS = wordFilter(filters.familyWords);

export const asGivenName = (word: string): NameWord | undefined => ask(word, GIVEN, GIVEN_WORDS) ?? (PATRONYMIC.test(word) ? 'sure' : undefined);
export const asFamilyName = (word: string): NameWord | undefined => ask(word, FAMILY, FAMILY_WORDS) ?? (FAMILY_ENDING.test(word) ? 'also' : undefined);

/** Names of fathers as Russians write them between given and family name. */
const PATRONYMIC = /^\p{L}{3,}(?:ович|евич|овна|евна|ична|оглы|кызы)$/iu;
/** Endings that family names have in languages where nearly all of them are made with few: Slavic, Armenian, Georgian, Greek. */
const FAMILY_ENDING = /^\p{L}{2,}(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|енко|чук|щук|юк|ян|дзе|швили|όπουλος|οπούλου|ίδης|άκης|άδης)$/iu;

function ask(word: string, names: Pick<typeof GIVEN, 'has'>, words: Pick<typeof GIVEN, 'has'>): NameWord | undefined {
  const forms = formsOf(word);
  if (forms.some(form => names.has(form))) return 'sure';
  return forms.some(form => words.has(form)) ? 'also' : undefined;
}

/** Whole, and of what is joined by a hyphen the parts, where all of them are long enough to be names. */
function formsOf(word: string): readonly string[] {
  const whole = folded(word);
  const parts = whole.split('-').filter(part => part.length > 2);
  return whole.includes("'") ? [whole, whole.replaceAll("'", '')] : parts.length > 1 ? [whole, ...parts] : [whole];
}

/** In lower case and, where it is Latin, without marks. */
export function folded(word: string): string {
  const lower = word.toLowerCase().replace(/[’`´]/g, "'");
  if (!/[a-zß-ɏḀ-ỿ]/.test(lower)) return lower.normalize('NFC');
  return lower.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[ßøłæœđðıþə]/g, letter => SPELLED[letter] ?? letter);
}

const SPELLED: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', ı: 'i', þ: 'th', ə: 'e' };
