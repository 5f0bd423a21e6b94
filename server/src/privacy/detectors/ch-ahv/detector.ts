import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'ch-ahv',
  title: 'Swiss social insurance number (AHV)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 13 && bytes <= 20,
  accepts: text => {
    const digits = plainForm(text).replace(/^756\.(\d{4})\.(\d{4})\.(\d{2})$/, '756$1$2$3');
    return /^756\d{10}$/.test(digits) && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
  },
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['ahv', 'avs', 'ahv nummer', 'ahvn13', 'ahv nr', 'sozialversicherungsnummer'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '756.••••.••••.••',
});
