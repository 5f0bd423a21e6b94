import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ng-nin',
  title: 'Nigerian identity or bank verification number (NIN, BVN)',
  country: 'NG',
  basis: 'name',
  length: [11, 14],
  accepts: plain => /^\d{4}([ -]?)\d{3}\1\d{4}$/.test(plain),
  chance: 0.1,
  nameHints: ['nin', 'bvn', 'national identification number', 'bank verification number'],
});
