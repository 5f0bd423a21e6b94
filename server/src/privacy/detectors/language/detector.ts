import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'language',
  title: 'language a person speaks',
  category: 'user.demographic.language',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => LANGUAGES.has(text.toLowerCase().split(/[-_ (,;/]/)[0] ?? ''),
  chance: 0.05,
  threshold: 0.5,
  nameHints: [
    'mother tongue', 'native language', 'first language', 'spoken language', 'primary language', 'home language', 'language spoken',
    'muttersprache', 'langue maternelle', 'lengua materna', '母语', '母語',
  ],
  amongPeople: [
    'language', 'languages', 'preferred language', 'lang', 'sprache', 'langue', 'idioma', 'lingua', 'taal', 'język', 'язык', 'мова', 'dil',
    'språk', 'kieli', 'jazyk', 'nyelv', 'γλώσσα', 'ngôn ngữ', 'bahasa', 'भाषा', 'اللغة', 'زبان', 'שפה', 'ภาษา', '语言', '言語', '언어', 'locale',
  ],
  vetoWords: [...ABOUT_WORDS, 'programming', 'code', 'model', 'file'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** In lower case. */
const LANGUAGES = new Set(
  ('english|spanish|french|german|italian|portuguese|chinese|mandarin|cantonese|japanese|korean|arabic|hindi|bengali|urdu|'
    + 'punjabi|tamil|telugu|russian|ukrainian|polish|dutch|swedish|turkish|vietnamese|thai|greek|hebrew|persian|farsi|swahili|'
    + 'tagalog|haitian creole|en|es|fr|de|it|pt|zh|ja|ko|ar|hi|ru|nl|pl|tr|vi|deutsch|englisch|französisch|spanisch|français|'
    + 'anglais|espagnol|español|inglés|português|inglês|中文|英语|普通话|日语|日本語|英語').split('|'),
);
