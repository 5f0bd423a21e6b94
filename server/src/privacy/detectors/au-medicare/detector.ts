import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'au-medicare',
  title: 'Australian Medicare number',
  country: 'AU',
  category: 'user.health_and_medical.record_id',
  length: [10, 14],
  accepts: written(/^[2-6]\d{3} ?\d{5} ?[1-9](?:[ \/-]?[1-9])?$/, digits =>
    weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits.charAt(8))),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['medicare', 'medicare no', 'medicare number', 'medicare card', '澳大利亚医保号'],
});
