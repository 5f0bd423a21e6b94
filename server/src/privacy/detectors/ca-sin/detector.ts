import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ca-sin',
  title: 'Canadian social insurance number',
  country: 'CA',
  length: [9, 11],
  accepts: plain => {
    const digits = plain.replace(/^(\d{3})([ -])(\d{3})\2(\d{3})$/, '$1$3$4');
    return /^[1-79]\d{8}$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['sin', 'social insurance', 'social insurance number', 'sin number', 'nas'],
  mask: () => '••• ••• •••',
});
