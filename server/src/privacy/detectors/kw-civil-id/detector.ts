import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'kw-civil-id',
  title: 'Kuwaiti civil number',
  country: 'KW',
  length: [12, 12],
  accepts: plain =>
    /^[23]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}$/.test(plain) && lastChecks(plain, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], sum => 11 - sum % 11),
  chance: 0.095,
  nameHints: ['civil id', 'civil id no', 'civil number', 'الرقم المدني', '科威特民事号'],
});
