import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ir-national-code',
  title: 'Iranian national code',
  country: 'IR',
  basis: 'name',
  length: [10, 12],
  accepts: written(/^(?!(\d)\1{9})\d{3}-?\d{6}-?\d$/, digits =>
    { const rest = weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11; return (rest < 2 ? rest : 11 - rest) === Number(digits.charAt(9)); }),
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['code melli', 'codemelli', 'melli code', 'national code', 'کد ملی', 'شماره ملی', '伊朗国民代码'],
});
