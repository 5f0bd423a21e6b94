import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ec-cedula',
  title: 'Ecuadorian identity number (cédula)',
  country: 'EC',
  length: [10, 11],
  accepts: written(/^(?:0[1-9]|1\d|2[0-4]|30)[0-5]\d{6}-?\d$/, passesLuhn),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['cedula', 'cédula', 'ci', 'cedula de identidad', 'cédula de identidad', 'numero de cedula', '厄瓜多尔身份号'],
});
