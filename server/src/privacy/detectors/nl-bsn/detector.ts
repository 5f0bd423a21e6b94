import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'nl-bsn',
  title: 'Dutch citizen number (BSN)',
  country: 'NL',
  length: [8, 11],
  accepts: plain => {
    const digits = plain.replace(/[ .]/g, '').padStart(9, '0');
    return /^(?!0{3})\d{9}$/.test(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
  },
  chance: 1 / 11,
  threshold: 0.6,
  nameHints: ['bsn', 'burgerservicenummer', 'sofinummer', 'sofi'],
  mask: () => '•••••••••',
});
