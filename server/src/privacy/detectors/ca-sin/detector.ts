import { defineDetector } from '../../../core/detector.ts';
import { passesLuhn } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'ca-sin',
  title: 'Canadian social insurance number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 9 && bytes <= 16,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{3})([ -])(\d{3})\2(\d{3})$/, '$1$3$4');
    return /^[1-79]\d{8}$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['sin', 'social insurance', 'social insurance number', 'sin number', 'nas'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••• ••• •••',
});
