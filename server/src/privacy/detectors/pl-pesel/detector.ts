import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'pl-pesel',
  title: 'Polish identity number (PESEL)',
  country: 'PL',
  length: [11, 11],
  accepts: plain => {
    const digits = plain;
    return /^\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\d|3[01])\d{5}$/.test(digits) && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
  },
  chance: 0.1,
  nameHints: ['pesel', 'numer pesel'],
  mask: () => '•••••••••••',
});
