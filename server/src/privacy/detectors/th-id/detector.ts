import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'th-id',
  title: 'Thai citizen number',
  country: 'TH',
  length: [13, 17],
  accepts: written(/^[1-8](?:\d{12}|-\d{4}-\d{5}-\d{2}-\d)$/, digits =>
    lastChecks(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], sum => (11 - sum % 11) % 10)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['thai id', 'citizen id', 'เลขประจำตัวประชาชน', 'เลขบัตรประชาชน', 'บัตรประชาชน', '泰国公民身份号'],
});
