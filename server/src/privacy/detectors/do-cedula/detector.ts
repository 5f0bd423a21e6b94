import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'do-cedula',
  title: 'Dominican identity number (cédula)',
  country: 'DO',
  length: [11, 13],
  accepts: written(/^(?:00[1-9]|0[1-9]\d|1[01]\d|12[0-3]|22[3-9]|402)(-?)\d{7}\1\d$/, passesLuhn),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['cedula', 'cédula', 'cedula de identidad', 'cedula electoral', '多米尼加身份号'],
});
