import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'pe-ruc',
  title: 'Peruvian taxpayer number (RUC)',
  country: 'PE',
  length: [11, 11],
  accepts: written(/^(?:10|1[567]|20)\d{9}$/, digits => lastChecks(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], sum => (11 - sum % 11) % 10)),
  chance: 0.1,
  nameHints: ['ruc', 'numero ruc', 'número ruc', '秘鲁纳税人号'],
});
