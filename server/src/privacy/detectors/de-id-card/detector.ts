import { sumOf731 } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'de-id-card',
  title: 'German identity card or passport number',
  country: 'DE',
  category: 'user.government_id.passport_number',
  length: [10, 11],
  accepts: plain => /^[CFGHJKLMNPRTVWXY][CFGHJKLMNPRTVWXYZ\d]{7,8}\d(?:D|<)?$/.test(plain) && checks(plain.replace(/[D<]$/, '')),
  chance: 0.1,
  nameHints: [
    'ausweisnummer', 'personalausweis', 'personalausweisnummer', 'perso', 'reisepass', 'reisepassnummer', 'passnummer', 'dokumentennummer',
    'seriennummer ausweis', '德国身份证或护照号',
  ],
});

/** Nine characters and a check digit, weighted 7, 3, 1. */
const checks = (text: string): boolean => /\d.*\d/.test(text) && text.length === 10 && sumOf731(text.slice(0, 9)) % 10 === Number(text.charAt(9));
