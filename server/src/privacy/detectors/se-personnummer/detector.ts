import { defineDetector } from '../../../core/detector.ts';
import { passesLuhn } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'se-personnummer',
  title: 'Swedish personal identity number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 10 && bytes <= 16,
  accepts: text => {
    const [, day = '', last = ''] = WRITTEN.exec(plainForm(text)) ?? [];
    return last !== '' && passesLuhn(day + last);
  },
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['personnummer', 'personal number', 'pnr', 'samordningsnummer'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••-••••',
});

/** Century perhaps, birthday, whose day is raised by sixty in coordination numbers, a hyphen, or a plus from the hundredth year on, and four digits. */
const WRITTEN = /^(?:1[89]|20)?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))[-+](\d{4})$/;
