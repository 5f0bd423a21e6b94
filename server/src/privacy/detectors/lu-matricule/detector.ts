import { passesLuhn, passesVerhoeff } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'lu-matricule',
  title: 'Luxembourgish identity number (matricule)',
  country: 'LU',
  length: [13, 17],
  accepts: written(/^(?:18|19|20)\d{2} ?(?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12]\d|3[01]) ?\d{3} ?\d{2}$/, digits =>
    passesLuhn(digits.slice(0, 12)) && passesVerhoeff(digits.slice(0, 11) + digits.slice(12))),
  chance: 0.01,
  nameHints: ['matricule', 'matricule nationale', 'numero national', 'numéro national', 'identifikationsnummer', '卢森堡身份号'],
});
