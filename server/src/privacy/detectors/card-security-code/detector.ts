import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'card-security-code',
  title: 'card security code (CVV)',
  category: 'user.financial.credit_card',
  role: 'sensitive',
  basis: 'name',
  length: [3, 4],
  accepts: plain => /^\d{3,4}$/.test(plain),
  chance: 0.3,
  threshold: 0.9,
  nameHints: ['cvv', 'cvv2', 'cvc', 'cvc2', 'cid code', 'card security code', 'card verification value', 'security code', '安全码'],
  neighbours: ['card', 'cc', 'pan', 'credit', 'debit', 'payment', '银行卡', '信用卡', '卡号', 'expiry', 'exp'],
});
