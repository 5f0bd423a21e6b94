import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { ANIMALS } from '../../../util/listDetector.ts';
import { besidePersons } from '../../../util/personWords.ts';

/** Things that have an age as well. */
const THINGS: readonly string[] = [
  'building', 'house', 'rooms', 'rm', 'ptratio', 'car', 'vehicle', 'mileage', 'odometer', 'tree', 'trees', 'dbh', 'crop', 'soil', 'rock',
  'fossil', 'wine', 'whisky',
  'cement', 'concrete', 'rings', 'shell', 'equipment', 'machine', 'asset', 'bridge', 'pipe', 'star', 'galaxy', 'specimen', 'butterfat',
];

/** Whole years, or parts of them as they follow from dates. */
const YEARS = /^(?:\d{1,2}|1[01]\d)(?:\.\d{1,20})?$/;
const BAND = new RegExp(
  '^(?:\\d{1,3} ?(?:-|–|to) ?\\d{1,3}|\\d{2,3} ?\\+|[<>]=? ?\\d{1,3}|(?:under|over|below|above) \\d{1,3}|'
  + '\\d{1,3} ?(?:years|yrs|yo|y|岁|세|歳)(?: old)?|[\\[(]\\d{1,3}, ?\\d{1,3}[\\])])$', 'i',
);
const GROUP = /^(?:adults?|child(?:ren)?|infants?|teen(?:ager)?s?|seniors?|elderly|young(?: adults?)?|middle[- ]aged|old|成人|儿童|老年|青年|中年)$/i;

export default defineDetector({
  id: 'age',
  title: 'age of a person',
  category: 'user.demographic.age_range',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'text' || bytes <= 16,
  accepts: text => YEARS.test(text) || BAND.test(text) || GROUP.test(text),
  chance: 0.1,
  threshold: 0.9,
  nameHints: [
    'age at diagnosis', 'age at entry', 'age at event', 'anchor age', 'वय',
    'patient age', 'customer age', 'age at diagnosis', 'age at admission', 'employee age', 'respondent age', 'user age', 'age group',
    'age range', 'age band', 'age', 'agegrp', 'age grp', 'agecat', 'age cat', 'age category', 'age bracket', 'age years', 'age in years',
    'chldage', 'mthage', 'agew', 'ageh', 'agehed', 'studage', 'mother age', 'father age', '年龄', '年龄段', 'nl', '周岁',
  ],
  beside: besidePersons(['age', 'edad', 'idade', 'età', 'alter', 'leeftijd', 'wiek', 'возраст', 'yaş', '年龄', '年齢', '나이', 'âge']),
  amongPeople: [
    'ages', 'age years', 'alter', 'âge', 'edad', 'idade', 'età', 'eta', 'leeftijd', 'wiek', 'возраст', 'вік', 'yaş', 'ålder', 'alder', 'ikä',
    'vek', 'věk', 'kor', 'életkor', 'ηλικία', 'tuổi',
    'umur', 'usia', 'उम्र', 'आयु', 'العمر', 'سن', 'גיל', 'อายุ', '年齢', '나이', '연령',
  ],
  together: areAges,
  single: true,
  company: {
    of: [
      'gender', 'marital-status', 'ethnicity', 'education', 'job-title', 'religion', 'person-name', 'given-name', 'named-person', 'cn-person-name',
      'ko-person-name', 'birth-date',
    ],
    likeness: ({ texts, distance }) => {
      const years = texts.filter(text => /^\d{1,3}(?:\.0+)?$/.test(text)).map(Number).sort((a, b) => a - b);
      const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
      const spread = at(0) >= 5 && at(1) >= 40 && at(1) <= 105 && at(1) - at(0) >= 12;
      const fits = spread && years.length >= Math.max(FEWEST, texts.length * 0.9) && at(0.5) >= 16 && at(0.5) <= 75;
      return !fits ? 0 : (at(0) >= 14 && at(0.5) >= 20 ? 0.6 : 0.4) + (distance <= 2 ? 0.2 : 0);
    },
  },
  vetoNeighbours: [...ANIMALS, ...THINGS],
  vetoWords: [
    ...ABOUT_WORDS, ...THINGS, 'median', 'average', 'max', 'min', 'company', 'account', 'page', 'file', 'stone', 'ice', 'bronze', 'iron',
    'space', 'golden',
  ],
  mask: () => '••',
});

/** Whole years that spread as those of grown-up people do: most between 15 and 95, half of them below 65, some on both sides of 40; marks and percentages reach higher. */
function areAges(texts: readonly string[]): boolean {
  const years = texts.filter(text => /^\d{1,3}$/.test(text)).map(Number).sort((a, b) => a - b);
  const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
  const [least, most] = [at(0), at(1)];
  return years.length >= Math.max(FEWEST, texts.length * 0.9) && most <= 105 && most >= 45 && least <= 35 && most - least >= 20
    && at(0.5) >= 25 && at(0.5) <= 62 && at(0.9) <= 85 && years.filter(year => year >= 15 && year <= 95).length >= years.length * 0.85;
}

const FEWEST = 5;
