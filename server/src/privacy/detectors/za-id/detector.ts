import { defineDetector } from '../../../core/detector.ts';
import { passesLuhn } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'za-id',
  title: 'South African identity number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 13 && bytes <= 18,
  accepts: text => {
    const digits = plainForm(text);
    return /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[012][89]\d$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['sa id', 'rsa id', 'id number', 'identity number', 'national id'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••••••••',
});
