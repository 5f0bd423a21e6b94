import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'nationality',
  title: 'nationality',
  category: 'user.demographic.citizenship_or_immigration_status',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => /^\p{L}[\p{L}\p{M}'’.,() -]{1,40}$/u.test(text),
  together: texts => texts.length >= 3 && texts.filter(text => PEOPLES.test(text)).length >= texts.length * 0.7,
  chance: 0.3,
  threshold: 0.6,
  nameHints: [
    'citizen desc',
    'nationality', 'citizenship', 'citizen of', 'staatsangehörigkeit', 'staatsangehorigkeit', 'nationalität', 'nationalité', 'nationalite',
    'nacionalidad', 'nacionalidade', 'nazionalità', 'cittadinanza', 'nationaliteit', 'narodowość', 'obywatelstwo', 'гражданство',
    'громадянство', 'uyruk', 'nationalitet', 'kansalaisuus', 'občanství', 'állampolgárság', 'cetățenie', 'υπηκοότητα', 'quốc tịch',
    'kewarganegaraan', 'राष्ट्रीयता', 'الجنسية', 'ملیت', 'אזרחות', 'สัญชาติ', '国籍', '國籍', '국적', 'gj',
  ],
  vetoWords: [...ABOUT_WORDS, 'id'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** What the people of a country are called: English by its endings, other languages by their commonest. */
const PEOPLES = new RegExp(
  '^(?:(?:south |north |new )?(?:brit|engl|scott|ir|span|swed|finn|dan|pol|turk|kurd)ish|'
  + '(?:germ|rom|croat|rus|ital|ind|austr|austral|brazil|argentin|canad|belg|hungar|bulgar|ukrain|alban|alger|tunis|egypt|nig|ethiop|ken|ghana|colomb|'
  + 'peruv|venezuel|chil|boliv|ecuador|iran|pers|indones|malays|georg|armen|serb|slov(?:ak|en)|bosn|macedon|latv|eston|lithuan|mex|americ|afric|cub|'
  + 'jama|moroc|liby|norweg)[a-z]{0,4}an|(?:south |north )?korean|'
  + '(?:chin|japan|vietnam|portugu|nepal|sudan|leban|burm|malt|taiwan|senegal|congol)ese|'
  + 'french|dutch|greek|czech|swiss|welsh|thai|filipin[oa]|pakistani|bangladeshi|iraqi|israeli|saudi|kuwaiti|new zealander|'
  + 'deutsch|österreichisch|schweiz(?:er|erisch)|türkisch|italienisch|polnisch|français[e]?|espagnole?|española?|mexican[oa]|colombian[oa]|peruan[oa]|'
  + 'brasileir[oa]|portugu[eê]sa?|italian[oa]|american[oa]|argentin[oea]+)$', 'i',
);
