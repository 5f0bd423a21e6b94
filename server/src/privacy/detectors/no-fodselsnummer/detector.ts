import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'no-fodselsnummer',
  title: 'Norwegian birth number (fødselsnummer)',
  country: 'NO',
  length: [11, 12],
  accepts: written(/^(?:[04][1-9]|[15]\d|[26]\d|[37][01])(?:[048][1-9]|[159][0-2])\d{2} ?\d{5}$/, digits =>
    weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0),
  chance: 0.01,
  nameHints: [
    'fodselsnummer', 'fødselsnummer', 'fodselsnr', 'fødselsnr', 'fnr', 'personnummer', 'd nummer', 'dnr', 'national identity number',
    'birth number', '挪威个人身份号',
  ],
});
