import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'in-voter-id',
  title: 'Indian voter number (EPIC)',
  country: 'IN',
  length: [10, 10],
  accepts: plain => /^[A-Z]{3}\d{7}$/.test(plain) && passesLuhn(plain.slice(3)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['epic', 'epic no', 'voter id', 'voter card', 'voter id number', 'voter number', 'मतदाता', '印度选民证号'],
});
