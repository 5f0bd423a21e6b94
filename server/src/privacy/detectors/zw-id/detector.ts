import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'zw-id',
  title: 'Zimbabwean national registration number',
  country: 'ZW',
  basis: 'shape',
  length: [11, 15],
  accepts: plain => /^(?:0[1-9]|[1-7]\d|8[0-6])[ -]\d{6,7} ?[A-HJ-NP-Z] ?\d{2}$/.test(plain),
  chance: 0.001,
  nameHints: ['zimbabwe id', 'national registration', 'national registration number', '津巴布韦国民登记号'],
});
