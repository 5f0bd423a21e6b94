import { decoderOf } from './decode.ts';
import type { EncodingName } from './labels.ts';

/** An encoding that bytes are likely to be written in, and what that rests on. */
export interface Guess {
  readonly encoding: EncodingName;
  /** Characters beyond ASCII that were looked at. */
  readonly characters: number;
  /** How many of them are among those that texts in this encoding are largely made of. */
  readonly fitting: number;
}

/** Letters beyond ASCII of one language, small ones, in the encoding its texts were written in. */
interface Alphabet {
  readonly encoding: EncodingName;
  readonly letters: string;
}

const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';

/** In the order that breaks ties: first the encoding most files have, then what tells its languages apart from those of others. */
const ALPHABETS: readonly Alphabet[] = [
  ...['äöüß', 'àâæçéèêëîïôœùûüÿ', 'áéíñóúü', 'àáâãçéêíóôõúü', 'àèéìíîòóùú', 'éèëïóöüê', 'åäöé', 'æøåéöä', 'àçéèíïóòúü']
    .map((letters): Alphabet => ({ encoding: 'windows-1252', letters })),
  { encoding: 'windows-1254', letters: 'çğıiöşüâîû\u0307' },
  { encoding: 'windows-1252', letters: 'áéíóúýðþæö' },
  ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'].map((letters): Alphabet => ({ encoding: 'windows-1250', letters })),
  ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž'].map((letters): Alphabet => ({ encoding: 'iso-8859-2', letters })),
  { encoding: 'windows-1251', letters: CYRILLIC },
  { encoding: 'koi8-r', letters: CYRILLIC },
  { encoding: 'windows-1251', letters: `${CYRILLIC}іїєґў` },
  { encoding: 'windows-1253', letters: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ' },
];

/** Signs that stand beside words in any language. */
const SIGNS = new Set('€£¥§©®™°±²³¹½¼¾·•…–—‘’‚“”„«»‹›¿¡ªºµ×÷\u00a0№');

/** Characters of a table or text in one language that may come from elsewhere, in a hundred. */
const FOREIGN = 0.03;

/** The single-byte encoding in which all characters are letters of one language, or else of the languages of Western Europe together. */
export function guessSingleByte(bytes: Uint8Array): Guess | undefined {
  const texts = new Map([...new Set(ALPHABETS.map(({ encoding }) => encoding))].map(encoding => [encoding, read(bytes, encoding)] as const));
  const fits = ALPHABETS.map(({ encoding, letters }) => fitOf(encoding, texts.get(encoding) ?? '', new Set(letters)));
  const western = new Set(ALPHABETS.flatMap(({ encoding, letters }) => (encoding === 'windows-1252' ? [...letters, 'š', 'ž'] : [])));
  return [...fits, fitOf('windows-1252', texts.get('windows-1252') ?? '', western)].find(isBelieved);
}

const read = (bytes: Uint8Array, encoding: EncodingName): string => new TextDecoder().decode(decoderOf(encoding)(bytes, true).bytes);

interface Fit extends Guess {
  /** Characters that are letters inside of words: one alone may be an accident, and signs prove nothing. */
  readonly letters: number;
}

/** Letters inside of words that prove an encoding; words of Cyrillic or Greek have several each, so two of them are damage. */
const leastLetters = (encoding: EncodingName): number => (OTHER_SCRIPTS.has(encoding) ? 5 : 2);
const OTHER_SCRIPTS: ReadonlySet<EncodingName> = new Set<EncodingName>(['windows-1251', 'koi8-r', 'windows-1253']);

const isBelieved = ({ encoding, characters, fitting, letters }: Fit): boolean => letters >= leastLetters(encoding) && characters - fitting <= Math.max(characters * FOREIGN, letters >= 6 ? 1 : 0);

function fitOf(encoding: EncodingName, text: string, alphabet: ReadonlySet<string>): Fit {
  let [characters, fitting, letters] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character < '\x80') continue;
    const [before, after] = [text.charAt(i - 1), text.charAt(i + 1)];
    characters += 1;
    if (SIGNS.has(character)) fitting += Number(character === '’' || !isLetter(before) || !isLetter(after));
    else if ([...character.toLowerCase()].every(one => alphabet.has(one)) && isCased(before, character) && !isMixed(before + after, character)) {
      fitting += 1;
      letters += Number(isInWord(before, encoding) || isInWord(after, encoding));
    }
  }
  return { encoding, characters, fitting, letters };
}

/** Words of Latin letters have plain ones beside those with accents. */
const isInWord = (beside: string, encoding: EncodingName): boolean => isLetter(beside) && (beside < '\x80' || OTHER_SCRIPTS.has(encoding));

const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);

/** Words of Cyrillic or Greek have no Latin letters in them. */
const isMixed = (around: string, character: string): boolean => /[\u0370-\u04ff]/.test(character) && /[A-Za-z]/.test(around);

/** A capital does not follow a small letter: so KOI8-R, which has them the other way round, is told from Windows-1251. */
const isCased = (before: string, character: string): boolean => !(/^\p{Ll}$/u.test(before) && /^\p{Lu}$/u.test(character));
