import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'sg-nric',
  title: 'Singapore identity number (NRIC, FIN)',
  country: 'SG',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 9 && bytes <= 14,
  accepts: text => {
    const id = plainForm(text).toUpperCase();
    return /^[STFG]\d{7}[A-Z]$/.test(id) && checkLetter(id) === id.charAt(8);
  },
  chance: 1 / 20,
  threshold: 0.5,
  nameHints: ['nric', 'fin', 'nric fin', 'nric number'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••••',
});

/** Numbers issued from 2000 on, T and G, start at four. */
function checkLetter(id: string): string {
  const sum = weighted(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/.test(id) ? 4 : 0);
  return (/^[ST]/.test(id) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK').charAt(sum % 11);
}
