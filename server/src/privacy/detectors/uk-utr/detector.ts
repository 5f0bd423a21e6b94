import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'uk-utr',
  title: 'British taxpayer reference (UTR)',
  country: 'GB',
  length: [10, 12],
  accepts: written(/^\d{5} ?\d{5}K?$/, digits =>
    '21987654321'.charAt(weighted(digits.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) === digits.charAt(0)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['utr', 'unique taxpayer reference', 'tax reference', '英国纳税人参考号'],
});
