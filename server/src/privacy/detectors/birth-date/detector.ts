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
    'fecha nac', 'data nasc', 'dt nasc', 'date naiss', 'ddn', 'birth dt', 'd o b', 'f nacimiento', 'person birthdate', 'patient dob',
    'emp dob', 'customer dob', 'जन्मतिथि',
    'birth', 'birth date', 'birthdate', 'birthday', 'birth day', 'date of birth', 'dob', 'born', 'geburtsdatum', 'geburtstag', 'geboren',
    'date naissance', 'date de naissance', 'naissance', 'fecha nacimiento', 'fecha de nacimiento', 'nacimiento', 'data di nascita',
    'nascita', 'data nascimento', 'nascimento', 'geboortedatum', '出生', '生日', '出生日期', '出生年月', 'csrq', 'csny', 'shengri',
    'bdate', 'bday', 'bdt', 'dt of birth', 'data urodzenia', 'urodzenia', 'date of bith', 'geb', 'geb dat', 'дата рождения', 'дата народження',
    'doğum tarihi', 'fødselsdato', 'födelsedatum', 'syntymäaika', 'datum narození', 'datum narozeni', 'születési idő', 'data nașterii',
    'data nasterii', 'ημερομηνία γέννησης', 'ngày sinh', 'tanggal lahir', 'जन्म तिथि', 'تاريخ الميلاد', 'تاریخ تولد', 'תאריך לידה', 'วันเกิด',
    '生年月日', '誕生日', '생년월일', '생일',
  ],
  vetoWords: [...ABOUT_WORDS, 'rate', 'weight', 'place', 'country', 'order', 'city', 'live', '地', '体重'],
  together: texts => {
    const years = texts.flatMap(text => yearOf(text) ?? []).sort((a, b) => a - b);
    const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
    return years.length >= texts.length * 0.8 && at(0.1) <= LIVING && at(0.9) - at(0.1) >= GENERATION && at(0.9) <= GROWN;
  },
  single: true,
  company: {
    of: [
      'person-name', 'named-person', 'given-name', 'family-name', 'cn-person-name', 'ja-person-name', 'ko-person-name', 'gender', 'email',
      'national-id', 'cn-resident-id', 'us-ssn', 'fr-nir', 'it-codice-fiscale', 'br-cpf', 'tr-tckn',
      'religion', 'marital-status', 'nationality',
    ],
    // The earliest dates of a table about people are those of their births.
    likeness: ({ texts }) => {
      const years = texts.flatMap(text => yearOf(text) ?? []).sort((a, b) => a - b);
      const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
      const early = at(0.1) >= 1800 && at(0.1) <= EARLY && at(0.9) - at(0.1) >= SPREAD && at(0.9) <= GROWN;
      const fits = early && years.length >= Math.max(3, texts.length * 0.8);
      return fits ? (2020 - at(0.5)) / 220 : 0;
    },
  },
  mask: () => '••••-••-••',
});

/** Without separators, as registers write it. */
const COMPACT = /^(?:189|19\d|20\d)\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** The dates of births reach back further than those of orders and visits, and spread over a generation; those of grown-ups end some years ago. */
const [LIVING, GENERATION, GROWN] = [1988, 15, 2014];
/** Beside names less is enough. */
const [EARLY, SPREAD] = [1997, 5];

const yearOf = (text: string): number | undefined => (COMPACT.test(text) ? Number(text.slice(0, 4)) : readDate(text)?.readings[0]?.year);
