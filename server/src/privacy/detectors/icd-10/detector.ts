import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'icd-10',
  title: 'diagnosis (ICD-10)',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= 9,
  accepts: text => /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i.test(text),
  chance: 0.05,
  threshold: 0.7,
  nameHints: [
    'icd', 'icd10', 'icd 10', 'icd code', 'icd10 code', 'diagnosis', 'diagnosis code', 'diagnose', 'diagnostic', 'diagnoses', 'dx',
    'dx code', '诊断', '疾病编码', 'jbbm', 'zdbm',
  ],
  vetoWords: [...ABOUT_WORDS, 'date'],
  mask: () => '•••.•',
});
