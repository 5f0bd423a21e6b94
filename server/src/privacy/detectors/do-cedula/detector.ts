import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'do-cedula',
  title: 'Dominican identity number (cédula)',
  country: 'DO',
  length: [11, 13],
  accepts: written(/^\d{3}(-?)\d{7}\1\d$/, digits => !digits.startsWith('000') && passesLuhn(digits)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['cedula', 'cédula', 'cedula de identidad', 'cedula electoral'],
});
