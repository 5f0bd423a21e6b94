import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ar-cuit',
  title: 'Argentine tax number (CUIT, CUIL)',
  country: 'AR',
  length: [11, 13],
  accepts: written(/^(?:20|2[3-7]|30|33|34)(-?)\d{8}\1\d$/, digits =>
    lastChecks(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], sum => (11 - sum % 11) % 11)),
  chance: 0.095,
  nameHints: ['cuit', 'cuil', 'cdi', 'cuit cuil', 'clave unica', '阿根廷税号'],
});
