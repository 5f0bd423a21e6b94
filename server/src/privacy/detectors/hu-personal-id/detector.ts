import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'hu-personal-id',
  title: 'Hungarian personal number',
  country: 'HU',
  length: [11, 13],
  accepts: written(/^[1-8]-?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?\d{4}$/, digits =>
    lastChecks(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], sum => sum % 11) || lastChecks(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], sum => sum % 11)),
  chance: 0.19,
  threshold: 0.6,
  nameHints: [
    'szemelyi szam', 'személyi szám', 'szemelyi azonosito', 'személyi azonosító', 'szemelyi igazolvany', 'személyi igazolvány', '匈牙利个人识别号',
  ],
});
