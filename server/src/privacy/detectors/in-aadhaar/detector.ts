import { defineDetector } from '../../../core/detector.ts';
import { passesVerhoeff } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'in-aadhaar',
  title: 'Aadhaar number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 12 && bytes <= 18,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{4})([ -])(\d{4})\2(\d{4})$/, '$1$3$4');
    return /^[2-9]\d{11}$/.test(digits) && passesVerhoeff(digits);
  },
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['aadhaar', 'aadhar', 'adhaar', 'aadhaar number', 'aadhaar no', 'uid', 'uidai'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••• •••• ••••',
});
