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
