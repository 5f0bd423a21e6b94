import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'age',
  title: 'age of a person',
  category: 'user.demographic.age_range',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'text' && bytes <= 4 || bytes <= 8,
  accepts: text => /^(?:\d{1,2}|1[01]\d)(?:\.0|\.5)?$/.test(text) || /^(?:\d{1,2}-\d{1,3}|\d{2}\+|<\d{1,2})$/.test(text),
  chance: 0.1,
  threshold: 0.9,
  nameHints: [
    'patient age', 'customer age', 'age at diagnosis', 'age at admission', 'employee age', 'respondent age', 'user age', 'age group',
    'age range', 'age band', '年龄', '年龄段', 'nl', '周岁',
  ],
  amongPeople: [
    'age', 'ages', 'age years', 'alter', 'âge', 'edad', 'idade', 'età', 'eta', 'leeftijd', 'wiek', 'возраст', 'вік', 'yaş', 'ålder', 'alder', 'ikä',
    'vek', 'věk', 'kor', 'életkor', 'ηλικία', 'tuổi',
    'umur', 'usia', 'उम्र', 'आयु', 'العمر', 'سن', 'גיל', 'อายุ', '年齢', '나이', '연령',
  ],
  vetoWords: [...ABOUT_WORDS, 'building', 'house', 'car', 'tree'],
  mask: () => '••',
});
