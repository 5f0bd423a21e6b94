import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'pt-nif',
  title: 'Portuguese taxpayer number (NIF)',
  country: 'PT',
  length: [9, 11],
  accepts: written(/^[1235689]\d{2} ?\d{3} ?\d{3}$|^(?:45|7[0124579])\d{7}$/, digits =>
    lastChecks(digits, [9, 8, 7, 6, 5, 4, 3, 2], sum => ((11 - sum % 11) % 11) % 10)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: [
    'nif', 'numero contribuinte', 'número contribuinte', 'contribuinte', 'numero de contribuinte', 'nipc', 'numero fiscal', 'tax number',
    '葡萄牙税号',
  ],
});
