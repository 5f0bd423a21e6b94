import { COUNTRY_NAMES } from './countryCodes.ts';
import { editDistance } from './similar.ts';
import { baseForm } from './spellings.ts';

/**
 * Whether `rare` looks like a slip of the keyboard on the way to `usual`: the same words but for one, and that one close to what it should be. Digits,
 * words below four letters and scripts whose characters are words or syllables (女 is no slip of 男) are never slips.
 */
export function isSlipOf(rare: string, usual: string): boolean {
  const [a, b] = [baseForm(rare), baseForm(usual)];
  const [words, meant] = [a.split(BETWEEN), b.split(BETWEEN)];
  if (a === b || words.length !== meant.length || (COUNTRY_NAMES.has(a) && COUNTRY_NAMES.has(b))) return false;
  const other = words.flatMap((word, i) => (word === meant[i] ? [] : [i]));
  const [at] = other;
  return other.length === 1 && at !== undefined && isWordSlip(words[at] ?? '', meant[at] ?? '');
}

/**
 * The same where `usual` is one of few words that a column repeats all the time and `rare` occurs next to never: there one wrong letter anywhere is a slip,
 * beside digits too. Words below four letters have too many neighbours.
 */
export function isStraySlipOf(rare: string, usual: string): boolean {
  const [a, b] = [baseForm(rare), baseForm(usual)];
  if (a === b || a.replace(LETTERS, '') !== b.replace(LETTERS, '') || !FOUR_LETTERS.test(b) || (COUNTRY_NAMES.has(a) && COUNTRY_NAMES.has(b))) return false;
  // GasA and GasW end in a code.
  const inCode = a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /\p{Lu}$/u.test(usual.trim());
  return !inCode && editDistance(a, b, 1) === 1 && !areOpposites(a, b) && !REAL_WORDS.has(a);
}

/** Whether a text breaks off within a word of the other one: `heart att` of `heart attack`, `Calif` of `California`, but not `heart`. */
export function isBeginningOf(rare: string, usual: string): boolean {
  const [a, b] = [baseForm(rare), baseForm(usual)];
  return b.length >= a.length + 2 && b.startsWith(a) && LETTER.test(a.at(-1) ?? '') && LETTER.test(b[a.length] ?? '') && !(COUNTRY_NAMES.has(a) && COUNTRY_NAMES.has(b));
}

const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u;
const LETTERS = new RegExp(LETTER, 'gu');
const FOUR_LETTERS = new RegExp(`${LETTER.source}{4}`, 'u');

const BETWEEN = /[\s,;:/()&+_.-]+/u;
/** Alphabets: letters stand for sounds, and one of them may be wrong. */
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’]{4,}$/u;
/** From so many letters on two edits are still a slip. */
const TWO_EDITS = 10;
/** From so many letters on a replaced letter is a slip whichever it is; in shorter words it makes another word as often (Iran, Iraq). */
const REPLACED = 6;

function isWordSlip(word: string, meant: string): boolean {
  if (!WORD.test(word) || !WORD.test(meant)) return false;
  // The first letter was struck twice.
  if (word === `${meant[0]}${meant}`) return true;
  if (areOpposites(word, meant)) return false;
  const length = Math.min(word.length, meant.length);
  const limit = length >= TWO_EDITS ? 2 : 1;
  const distance = editDistance(word, meant, limit);
  if (distance > limit) return false;
  if (word.length === meant.length && distance === 1 && isSwap(word, meant)) return !REAL_WORDS.has(word);
  if (word[0] !== meant[0]) return distance === 1 && length >= 8 && word.length === meant.length;
  if (meant.startsWith(word)) return distance === 1 && !/[saé]$/u.test(meant);
  if (word.startsWith(meant)) return distance === 1 && word.at(-1) === word.at(-2) && !word.endsWith('ee');
  if (word.length === meant.length) return length >= REPLACED && word.slice(0, -1) !== meant.slice(0, -1);
  return length >= 5 || hasDoubled(word, meant);
}

/** Two neighbours changed places. */
function isSwap(a: string, b: string): boolean {
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}

/** The longer word has one of its letters twice. */
function hasDoubled(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return Array.from(long).some((letter, i) => letter === long[i + 1] && long.slice(0, i) + long.slice(i + 1) === short);
}

/** Words that begin in another way or hold one of these pairs are meant as they are. */
function areOpposites(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a) || OPPOSITES.some(([one, other]) => a.replace(one, other) === b || b.replace(one, other) === a);
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['east', 'west'], ['north', 'south'], ['female', 'male'], ['inter', 'intra'], ['hyper', 'hypo'], ['macro', 'micro'], ['over', 'under'],
  ['endo', 'ecto'], ['maxi', 'mini'],
  ['in', 'un'], ['in', 'ex'], ['im', 'ex'], ['im', 'em'], ['en', 'ex'], ['pre', 'pro'], ['af', 'ef'], ['ante', 'anti'], ['in', 'out'],
  ['er', 'ee'], ['or', 'ee'], ['ate', 'ite'],
  ['ide', 'ine'], ['ane', 'ene'], ['ane', 'yne'], ['ene', 'yne'], ['mon', 'sun'], ['tues', 'thurs'], ['first', 'last'], ['th', 'st'],
  ['arian', 'anian'], ['ce', 're'],
];

/** Words that another word becomes when two of its letters change places. */
const REAL_WORDS: ReadonlySet<string> = new Set((
  'form from trial trail angel angle casual causal martial marital diary dairy quiet quite united untied silver sliver calm clam sacred scared beard bread unclear nuclear'
).split(' '));
