import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'au-abn',
  title: 'Australian business number (ABN)',
  country: 'AU',
  category: 'user.unique_id',
  most: 'low',
  length: [11, 14],
  accepts: written(/^[1-9]\d ?\d{3} ?\d{3} ?\d{3}$/, digits => (weighted(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0),
  chance: 0.012,
  nameHints: ['abn', 'australian business number', '澳大利亚商业号'],
});
