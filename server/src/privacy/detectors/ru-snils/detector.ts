import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ru-snils',
  title: 'Russian insurance number (SNILS)',
  country: 'RU',
  length: [11, 14],
  accepts: written(/^\d{3}-\d{3}-\d{3}[ -]\d{2}$|^\d{11}$/, digits => {
    const rest = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
    return Number(digits.slice(0, 9)) > 1_001_998 && rest % 100 === Number(digits.slice(9));
  }),
  chance: 0.012,
  nameHints: ['snils', 'снилс', 'страховой номер', '俄罗斯保险号'],
});
