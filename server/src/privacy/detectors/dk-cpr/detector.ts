import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'dk-cpr',
  title: 'Danish civil registration number (CPR)',
  country: 'DK',
  length: [10, 11],
  accepts: written(/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}$/, digits =>
    weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0),
  chance: 0.095,
  nameHints: ['cpr', 'cpr nummer', 'cpr nr', 'cprnr', 'personnummer', 'personnr', 'civil registration number', '丹麦个人登记号'],
});
