import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'za-id',
  title: 'South African identity number',
  country: 'ZA',
  length: [13, 13],
  accepts: plain => {
    const digits = plain;
    return /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[012][89]\d$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  nameHints: ['sa id', 'rsa id', 'id number', 'identity number', 'national id'],
  mask: () => '•••••••••••••',
});
