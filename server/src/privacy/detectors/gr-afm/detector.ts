import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'gr-afm',
  title: 'Greek tax number (AFM)',
  country: 'GR',
  length: [9, 9],
  accepts: written(/^(?!0{8})[0-4789]\d{8}$/, digits => lastChecks(digits, [256, 128, 64, 32, 16, 8, 4, 2], sum => (sum % 11) % 10)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['afm', 'αφμ', 'αριθμός φορολογικού μητρώου', 'greek tax number', '希腊税号'],
});
