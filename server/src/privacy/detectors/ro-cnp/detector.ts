import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ro-cnp',
  title: 'Romanian personal code (CNP)',
  country: 'RO',
  length: [13, 13],
  accepts: written(/^[1-9]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|[1-4]\d|5[0-2]|70|8[0-3])\d{4}$/, digits =>
    lastChecks(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], sum => (sum % 11 === 10 ? 1 : sum % 11))),
  chance: 0.1,
  nameHints: ['cnp', 'cod numeric personal', 'codul numeric personal', '罗马尼亚个人数字代码'],
});
