import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'hu-tax-id',
  title: 'Hungarian tax identification number',
  country: 'HU',
  length: [10, 10],
  accepts: written(/^8[1-9]\d{8}$/, digits => lastChecks(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9], sum => sum % 11)),
  chance: 0.1,
  nameHints: ['adoazonosito', 'adóazonosító', 'adoazonosito jel', 'adóazonosító jel', '匈牙利个人税号'],
});
