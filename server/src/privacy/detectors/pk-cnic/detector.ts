import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'pk-cnic',
  title: 'Pakistani identity card number (CNIC)',
  country: 'PK',
  basis: 'shape',
  length: [15, 15],
  accepts: plain => /^[1-7]\d{4}-\d{7}-\d$/.test(plain),
  chance: 0.02,
  nameHints: ['cnic', 'nic', 'nicop', 'cnic no', 'cnic number', 'شناختی کارڈ', '巴基斯坦身份证号'],
});
