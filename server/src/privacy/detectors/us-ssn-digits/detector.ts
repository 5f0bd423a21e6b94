import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'us-ssn-digits',
  title: 'social security number of the United States',
  country: 'US',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 9 && bytes <= 12,
  accepts: text => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(plainForm(text)),
  chance: 0.1,
  threshold: 0.8,
  nameHints: ['ssn', 'social security', 'social security number', 'social security no', 'soc sec', 'ss number'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••••',
});
