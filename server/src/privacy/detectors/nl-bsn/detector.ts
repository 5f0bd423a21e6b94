import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'nl-bsn',
  title: 'Dutch citizen number (BSN)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 8 && bytes <= 16,
  accepts: text => {
    const digits = plainForm(text).replace(/[ .]/g, '').padStart(9, '0');
    return /^(?!0{3})\d{9}$/.test(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
  },
  chance: 1 / 11,
  threshold: 0.6,
  nameHints: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••••',
});
