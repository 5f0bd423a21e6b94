import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'iccid',
  title: 'SIM card number (ICCID)',
  category: 'user.device.device_id',
  length: [18, 24],
  accepts: plain => /^89[\d ]{16,23}F?$/.test(plain) && hasCheck(plain.replaceAll(' ', '').replace(/F$/, '')),
  chance: 0.2,
  threshold: 0.6,
  nameHints: ['iccid', 'sim', 'sim card', 'sim number', 'sim serial', 'sim id', 'sim卡号'],
});

/** Nineteen digits with the check digit, which some write without it or with one more digit behind. */
const hasCheck = (digits: string): boolean => digits.length >= 19 && digits.length <= 20 && (passesLuhn(digits) || passesLuhn(digits.slice(0, 19)));
