import { isChineseName } from '../names/eastAsianNames.ts';
import { asFamilyName, asGivenName } from '../names/nameWords.ts';

const TITLE = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Señora?|Sr|Sra|Dott|Sig|Signora?)';
const INTRODUCED = "(?:[Mm]y name is|[Nn]ame is|I am|I['’]m|[Tt]his is|[Dd]ear|[Pp]atient|[Ss]poke (?:to|with)|[Cc]alled|[Cc]ontact(?:ed)?|"
  + "[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]eu nome é|[Mm]i chiamo)";
const WORD = "\\p{Lu}(?:\\p{Ll}|['’-]\\p{Lu}?)+";

/** Where names stand in running text: behind a title or an introduction, in Chinese before a title too. */
export const NAMES = {
  before: `\\b${TITLE}\\.? \\p{Lu}|${INTRODUCED} \\p{Lu}|我叫|名叫|姓名|联系人|患者|先生|女士|小姐`,
  forms: [
    new RegExp(`(?<!\\p{L})${TITLE}\\.? (${WORD}(?: \\p{Lu}\\.)?(?: ${WORD}){0,2})`, 'dgu'),
    new RegExp(`(?<!\\p{L})${INTRODUCED} (${WORD}(?: \\p{Lu}\\.)? ${WORD}(?: ${WORD})?)`, 'dgu'),
    /(?:我叫|名叫|姓名[:：]?|联系人[:：]?|患者)(\p{Script=Han}{2,3})(?=[，,。.;；、的\s（(]|$)/dgu,
    /(\p{Script=Han}{3})(?=先生|女士|小姐)/dgu, /(\p{Script=Han}{2})(?=先生|女士|小姐)/dgu,
  ],
} as const;

/** Whether what stands where names do is one: a word of it is a name and hardly anything else. */
export const isNameAfter = (part: string): boolean =>
  (/^\p{Script=Han}/u.test(part) ? isChineseName(part) : part.split(' ').some(word => asGivenName(word) === 'sure' || asFamilyName(word) === 'sure'));
