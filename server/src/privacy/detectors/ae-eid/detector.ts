import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ae-eid',
  title: 'Emirates identity number',
  country: 'AE',
  length: [15, 18],
  accepts: written(/^784(-?)(?:19|20)\d{2}\1\d{7}\1\d$/, passesLuhn),
  chance: 0.1,
  nameHints: ['emirates id', 'eid', 'emirates id number', 'uae id', 'رقم الهوية', '阿联酋身份号'],
});
