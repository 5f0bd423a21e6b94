import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'kr-rrn',
  title: 'Korean resident number (RRN)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 13 && bytes <= 18,
  accepts: text => /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}$/.test(plainForm(text)),
  chance: 0.01,
  threshold: 0.8,
  nameHints: ['rrn', 'resident registration number', 'jumin', '주민등록번호', '주민번호'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••-•••••••',
});
