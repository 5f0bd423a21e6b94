import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'card-bin',
  title: 'issuer range of a payment card (BIN)',
  category: 'user.financial.credit_card',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  length: [6, 8],
  accepts: plain => /^[3-6]\d{5}(?:\d{2})?$/.test(plain),
  chance: 0.1,
  nameHints: [
    'card bin', 'bank bin', 'iin', 'bank identification number', 'issuer identification number', 'card prefix', 'first6', 'first six',
    '卡bin', '发卡行标识', '卡头',
  ],
});
