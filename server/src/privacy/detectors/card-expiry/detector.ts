import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'card-expiry',
  title: 'expiry date of a payment card',
  category: 'user.financial.credit_card',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  length: [4, 7],
  accepts: plain => /^(?:0?[1-9]|1[0-2])[\/-]?(?:20)?\d{2}$/.test(plain),
  chance: 0.1,
  threshold: 0.9,
  nameHints: [
    'exp', 'exp date', 'expiry', 'expiration', 'expiry date', 'expiration date', 'card expiry', 'card exp', 'cc exp', '有效期', 'valid thru',
  ],
  neighbours: ['card number', 'card no', 'cc', 'pan', 'credit card', 'cvv', 'cvc', 'cardnumber', 'ccn', '银行卡', '信用卡', '卡号'],
});
