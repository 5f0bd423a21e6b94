import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'at-svnr',
  title: 'Austrian social insurance number',
  country: 'AT',
  length: [10, 11],
  accepts: written(/^[1-9]\d{3} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d{2}$/, digits =>
    weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digits.charAt(3))),
  chance: 0.1,
  nameHints: ['svnr', 'sv nr', 'sv nummer', 'sozialversicherungsnummer', 'versicherungsnummer', 'ssvnr', 'vsnr', '奥地利社会保险号'],
});
