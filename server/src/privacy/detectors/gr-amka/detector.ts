import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'gr-amka',
  title: 'Greek social security number (AMKA)',
  country: 'GR',
  length: [11, 11],
  accepts: written(/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\d{5}$/, passesLuhn),
  chance: 0.1,
  nameHints: ['amka', 'αμκα', 'αριθμός μητρώου κοινωνικής ασφάλισης', '希腊社会保障号'],
});
