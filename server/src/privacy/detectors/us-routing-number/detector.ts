import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-routing-number',
  title: 'bank routing number of the United States (ABA)',
  country: 'US',
  category: 'user.financial.bank_account',
  role: 'quasi-identifier',
  most: 'low',
  length: [9, 9],
  accepts: plain =>
    /^(?:0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(plain) && !/^0{4}/.test(plain) && weighted(plain, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  chance: 0.1,
  threshold: 0.7,
  nameHints: ['routing', 'routing number', 'aba', 'aba number', 'rtn', 'bank routing', '美国银行路由号'],
});
