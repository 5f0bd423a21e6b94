import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'icd-10',
  title: 'diagnosis (ICD-10)',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= 9,
  accepts: text => /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i.test(text),
  together: texts => texts.length >= 4 && new Set(texts.map(text => text.charAt(0))).size >= 3 && shareOf(texts, text => POINTED.test(text)) >= 0.4,
  chance: 0.05,
  threshold: 0.7,
  nameHints: [
    'icd', 'icd10', 'icd 10', 'icd code', 'icd10 code', 'diagnosis', 'diagnosis code', 'diagnose', 'diagnostic', 'diagnoses', 'dx',
    'dx code', '诊断', '疾病编码', 'jbbm', 'zdbm',
  ],
  vetoWords: [...ABOUT_WORDS, 'date'],
  mask: () => '•••.•',
});

/** With the point that other codes of a letter and digits do not have. */
const POINTED = /^[A-TV-Z]\d[\dA-Z]\.[\dA-Z]{1,4}$/;
