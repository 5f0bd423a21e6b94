import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'hu-taj',
  title: 'Hungarian social security number (TAJ)',
  country: 'HU',
  basis: 'name',
  length: [9, 11],
  accepts: written(/^\d{3}([ -]?)\d{3}\1\d{3}$/, digits => lastChecks(digits, [3, 7, 3, 7, 3, 7, 3, 7], sum => sum % 10)),
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['taj', 'taj szam', 'taj szám', 'tajszam', 'tajszám', '匈牙利社会保障号'],
});
