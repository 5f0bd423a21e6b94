import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'in-pan',
  title: 'Indian tax account number (PAN)',
  country: 'IN',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 10 && bytes <= 14,
  accepts: text => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(plainForm(text).toUpperCase()),
  chance: 0.02,
  threshold: 0.8,
  nameHints: ['pan', 'pan number', 'pan no', 'pan card', 'permanent account number'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••••',
});
