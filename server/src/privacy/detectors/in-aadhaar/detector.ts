import { passesVerhoeff } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'in-aadhaar',
  title: 'Aadhaar number',
  country: 'IN',
  length: [12, 13],
  accepts: plain => {
    const digits = plain.replace(/^(\d{4})([ -])(\d{4})\2(\d{4})$/, '$1$3$4');
    return /^[2-9]\d{11}$/.test(digits) && passesVerhoeff(digits);
  },
  chance: 0.1,
  nameHints: ['aadhaar', 'aadhar', 'adhaar', 'aadhaar number', 'aadhaar no', 'uid', 'uidai'],
  mask: () => '•••• •••• ••••',
});
