import { defineDetector } from '../../../core/detector.ts';
import { passesLuhn } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'imei',
  title: 'device number (IMEI)',
  category: 'user.device.device_id',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 15 && bytes <= 22,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{2})([ -])(\d{6})\2(\d{6})\2(\d)$/, '$1$3$4$5');
    return /^(?:01|35|86|9[89])\d{13}$/.test(digits) && passesLuhn(digits);
  },
  chance: 0.1,
  threshold: 0.5,
  nameHints: ['imei', 'imei number', 'imei1', 'imei 1', 'device imei', '串号'],
  vetoWords: [...ABOUT_WORDS],
  mask: text => `${plainForm(text).slice(0, 2)}•••••••••••••`,
});
