import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'be-national-number',
  title: 'Belgian national register number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 11 && bytes <= 20,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{2})\.(\d{2})\.(\d{2})-(\d{3})\.(\d{2})$/, '$1$2$3$4$5');
    return WRITTEN.test(digits) && ['', '2'].some(century => 97 - (Number(century + digits.slice(0, 9)) % 97) === Number(digits.slice(9)));
  },
  chance: 0.021,
  threshold: 0.5,
  nameHints: ['rijksregisternummer', 'rrn', 'nrn', 'national register number', 'insz', 'niss', 'numero national', 'registre national'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••.••.••-•••.••',
});

/** Birthday, serial, key; a 2 stands before the number of whoever was born since 2000. */
const WRITTEN = /^\d{2}(?:0[0-9]|1[0-2])(?:[0-2]\d|3[01])\d{5}$/;
