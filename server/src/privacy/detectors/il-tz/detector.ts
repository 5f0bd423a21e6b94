import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'il-tz',
  title: 'Israeli identity number (Teudat Zehut)',
  country: 'IL',
  length: [8, 11],
  accepts: plain => WRITTEN.test(plain) && passesLuhn(plain.replace('-', '')),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['teudat zehut', 'tz', 'mispar zehut', 'israeli id', 'תעודת זהות', 'מספר זהות', 'ת ז', '以色列身份号'],
});

const WRITTEN = /^(?!0{4})\d{8}-?\d$/;
