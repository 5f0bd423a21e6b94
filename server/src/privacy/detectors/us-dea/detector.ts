import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-dea',
  title: 'registration number of a prescriber in the United States (DEA)',
  country: 'US',
  category: 'user.unique_id',
  length: [9, 9],
  accepts: plain =>
    /^[A-HJ-MPRSTUX][A-Z9]\d{7}$/.test(plain) && weighted(plain.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === Number(plain.charAt(8)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['dea', 'dea number', 'dea no', 'dea registration', '美国处方登记号'],
});
