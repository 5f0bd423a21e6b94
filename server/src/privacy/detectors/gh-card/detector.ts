import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'gh-card',
  title: 'Ghanaian identity card number',
  country: 'GH',
  basis: 'shape',
  length: [15, 15],
  accepts: plain => /^GHA-\d{9}-\d$/.test(plain),
  chance: 0.0001,
  nameHints: ['ghana card', 'ghana card number', 'nia number', '加纳身份证号'],
});
