import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'loinc',
  title: 'code of a laboratory test (LOINC)',
  category: 'user.health_and_medical',
  role: 'sensitive',
  most: 'medium',
  among: 'people',
  length: [3, 9],
  accepts: plain => /^\d{1,6}-\d$/.test(plain) && passesLuhn(plain.replace(/\D/g, '')),
  chance: 0.1,
  threshold: 0.7,
  nameHints: ['loinc', 'loinc code', 'lab code', 'test code', 'observation code', '检验代码'],
});
