import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'se-personnummer',
  title: 'Swedish personal identity number',
  country: 'SE',
  length: [10, 11],
  accepts: plain => {
    const [, day = '', last = ''] = WRITTEN.exec(plain) ?? [];
    return last !== '' && passesLuhn(day + last);
  },
  chance: 0.1,
  nameHints: ['personnummer', 'personal number', 'pnr', 'samordningsnummer'],
  mask: () => '••••••-••••',
});

/** Century perhaps, birthday, whose day is raised by sixty in coordination numbers, a hyphen, or a plus from the hundredth year on, and four digits. */
const WRITTEN = /^(?:1[89]|20)?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))[-+](\d{4})$/;
