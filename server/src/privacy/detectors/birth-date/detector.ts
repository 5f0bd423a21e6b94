import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { readDate } from '../../../util/lexical/dates.ts';

export default defineDetector({
  id: 'birth-date',
  title: 'date of birth',
  category: 'user.demographic.date_of_birth',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 6 && bytes <= 48,
  accepts: text => COMPACT.test(text) || (readDate(text)?.readings.some(({ year, shortYear }) => shortYear || (year >= 1890 && year <= 2099)) ?? false),
  chance: 0.1,
  threshold: 0.6,
  nameHints: [
    'birth', 'birth date', 'birthdate', 'birthday', 'birth day', 'date of birth', 'dob', 'born', 'geburtsdatum', 'geburtstag', 'geboren',
    'date naissance', 'date de naissance', 'naissance', 'fecha nacimiento', 'fecha de nacimiento', 'nacimiento', 'data di nascita',
    'nascita', 'data nascimento', 'nascimento', 'geboortedatum', '出生', '生日', '出生日期', '出生年月', 'csrq', 'csny', 'shengri',
  ],
  vetoWords: [...ABOUT_WORDS, 'rate', 'weight', 'place', 'country', 'order', 'city', 'live', '地', '体重'],
  mask: () => '••••-••-••',
});

/** Without separators, as registers write it. */
const COMPACT = /^(?:189|19\d|20\d)\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
