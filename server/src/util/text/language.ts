import { SIMPLIFIED, TRADITIONAL } from '../chineseScript.ts';
import { FUNCTION_WORDS } from './functionWords.ts';

/** Letters of a text that are looked at. */
const LOOKED = 3000;
/** Fewer letters, or as much in characters of which each says more, may be names in any language. */
const FEWEST = 60;
const FEWEST_CHARACTERS = 20;
const FEWEST_WORDS = 12;
/** Share of the words that must be function words of a language, and by how much it must be ahead of the next one. */
const LEAST = 0.12;
const AHEAD = 1.3;

/** Scripts that one language, nearly alone, is written in on the web. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu], ['el', /\p{Script=Greek}/gu], ['he', /\p{Script=Hebrew}/gu], ['th', /\p{Script=Thai}/gu], ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu], ['ta', /\p{Script=Tamil}/gu], ['te', /\p{Script=Telugu}/gu], ['ka', /\p{Script=Georgian}/gu], ['hy', /\p{Script=Armenian}/gu],
  ['gu', /\p{Script=Gujarati}/gu], ['kn', /\p{Script=Kannada}/gu], ['ml', /\p{Script=Malayalam}/gu], ['pa', /\p{Script=Gurmukhi}/gu], ['my', /\p{Script=Myanmar}/gu],
  ['km', /\p{Script=Khmer}/gu], ['lo', /\p{Script=Lao}/gu], ['si', /\p{Script=Sinhala}/gu], ['am', /\p{Script=Ethiopic}/gu], ['bo', /\p{Script=Tibetan}/gu],
];
const [HAN, KANA] = [/\p{Script=Han}/gu, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu];
/** Scripts that several languages share, which are told apart by their words. */
const SHARED = [/\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu, /\p{Script=Arabic}/gu];
/** Most of the letters are of the script of the language. */
const MOST = 0.6;

/**
 * The language of a text as BCP 47 has it, Chinese with its script (`zh-Hans`, `zh-Hant`) where that shows; `undefined` where the text is too short or
 * may be in several. By script first, then by the words that hold sentences together, which no text does without.
 */
export function languageOf(text: string): string | undefined {
  const looked = text.slice(0, LOOKED);
  const letters = countOf(looked, /\p{L}/gu);
  const [han, kana] = [countOf(looked, HAN), countOf(looked, KANA)];
  if (han + kana >= FEWEST_CHARACTERS && han + kana >= MOST * letters) return kana >= 0.08 * (han + kana) ? 'ja' : chineseVariant(looked);
  if (letters < FEWEST) return undefined;
  if (SHARED.some(script => countOf(looked, script) >= MOST * letters)) return byWords(looked);
  return SCRIPTS.find(([, script]) => countOf(looked, script) >= MOST * letters)?.[0];
}

const OLDER: ReadonlySet<string> = new Set(TRADITIONAL);
const NEWER: ReadonlySet<string> = new Set(SIMPLIFIED);
/** Characters of one kind that a text must have, and how many times as many as of the other kind. */
const FEWEST_OF_KIND = 3;
const MORE = 4;

function chineseVariant(text: string): 'zh' | 'zh-Hans' | 'zh-Hant' {
  const characters = [...text];
  const simplified = characters.filter(one => NEWER.has(one)).length;
  const traditional = characters.filter(one => OLDER.has(one)).length;
  if (simplified >= FEWEST_OF_KIND && simplified >= MORE * traditional) return 'zh-Hans';
  return traditional >= FEWEST_OF_KIND && traditional >= MORE * simplified ? 'zh-Hant' : 'zh';
}

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

function byWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const counts = new Map<string, number>();
  for (const word of words) for (const language of LANGUAGES_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, next] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < LEAST * words.length || best[1] < AHEAD * (next?.[1] ?? 0)) return undefined;
  return best[0];
}

const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...LANGUAGES_OF.get(word) ?? [], language]);
}
