import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'al-nid',
  title: 'Albanian identity number (NID)',
  country: 'AL',
  basis: 'shape',
  length: [10, 10],
  accepts: plain => /^[\dA-T]\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[A-W]$/.test(plain),
  chance: 0.1,
  nameHints: ['nid', 'numri personal', 'numri i identitetit', 'nipt', '阿尔巴尼亚身份号'],
});
