import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'bg-egn',
  title: 'Bulgarian civil number (EGN)',
  country: 'BG',
  length: [10, 10],
  accepts: written(/^\d{2}(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/, digits =>
    lastChecks(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6], sum => (sum % 11) % 10)),
  chance: 0.1,
  nameHints: ['egn', 'егн', 'единен граждански номер', '保加利亚公民统一号码'],
});
