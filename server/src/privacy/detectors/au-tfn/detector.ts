import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'au-tfn',
  title: 'Australian tax file number (TFN)',
  country: 'AU',
  length: [8, 11],
  accepts: written(/^\d{3}([ -]?)\d{3}\1\d{2,3}$/, digits =>
    weighted(digits, digits.length === 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]) % 11 === 0),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['tfn', 'tax file number', 'tax file no', '澳大利亚税号'],
});
