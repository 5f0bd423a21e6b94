import { defineDetector } from '../../../core/detector.ts';
import { remainderBy97 } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'fr-nir',
  title: 'French social security number (NIR)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 15 && bytes <= 24,
  accepts: text => {
    const number = plainForm(text).replace(/[ .]/g, '').toUpperCase();
    return WRITTEN.test(number) && 97 - remainderBy97(number.slice(0, 13).replace('2A', '19').replace('2B', '18')) === Number(number.slice(13));
  },
  chance: 0.01,
  threshold: 0.5,
  nameHints: ['nir', 'insee', 'secu', 'securite sociale', 'sécurité sociale', 'numero secu', 'num secu', 'nss'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '• •• •• •••••••• ••',
});

/** Sex, year, month, department, commune, serial, key. */
const WRITTEN = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/;
