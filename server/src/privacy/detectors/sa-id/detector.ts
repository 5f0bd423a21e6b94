import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'sa-id',
  title: 'Saudi identity or residence number',
  country: 'SA',
  length: [10, 10],
  accepts: plain => /^[12]\d{9}$/.test(plain) && passesLuhn(plain),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['iqama', 'iqama no', 'iqama number', 'saudi id', 'national id', 'رقم الهوية', 'رقم الإقامة', 'الهوية الوطنية', '沙特身份或居留号'],
});
