import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default numberDetector({
  id: 'imei',
  title: 'device number (IMEI)',
  category: 'user.device.device_id',
  length: [15, 17],
  accepts: plain => {
    const digits = plain.replace(/^(\d{2})([ -])(\d{6})\2(\d{6})\2(\d)$/, '$1$3$4$5');
    return /^(?:01|35|86|9[89])\d{13}$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  nameHints: ['imei', 'imei number', 'imei1', 'imei 1', 'device imei', '串号'],
  mask: text => `${plainForm(text).slice(0, 2)}•••••••••••••`,
});
