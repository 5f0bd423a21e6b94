import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-itin',
  title: 'individual taxpayer number of the United States (ITIN)',
  country: 'US',
  basis: 'shape',
  length: [11, 11],
  accepts: plain => /^9\d{2}([- ])(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1\d{4}$/.test(plain),
  chance: 0.08,
  nameHints: ['itin', 'itin number', 'individual taxpayer', '美国个人纳税人号'],
});
