import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'uy-ci',
  title: 'Uruguayan identity number (cédula)',
  country: 'UY',
  length: [9, 11],
  accepts: written(/^(?:\d\.\d{3}\.\d{3}|\d{3}\.\d{3}|\d{6,7})-\d$/, digits =>
    weighted(digits.padStart(8, '0'), [2, 9, 8, 7, 6, 3, 4, 1]) % 10 === 0),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['ci', 'cedula', 'cédula', 'cedula de identidad', 'cédula de identidad', '乌拉圭身份号'],
});
