import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'geohash',
  title: 'code of a small area (geohash)',
  category: 'user.location.precise',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'medium',
  length: [6, 12],
  accepts: plain => /^[\dB-HJKMNP-Z]{6,12}$/.test(plain),
  chance: 0.3,
  threshold: 0.8,
  nameHints: ['geohash', 'geo hash', 'home geohash', 'gh6', 'gh7', 'gh8', '地理哈希'],
});
