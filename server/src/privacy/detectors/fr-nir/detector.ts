import { remainderBy97 } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'fr-nir',
  title: 'French social security number (NIR)',
  country: 'FR',
  length: [15, 19],
  accepts: plain => {
    const number = plain.replace(/[ .]/g, '').toUpperCase();
    return WRITTEN.test(number) && 97 - remainderBy97(number.slice(0, 13).replace('2A', '19').replace('2B', '18')) === Number(number.slice(13));
  },
  chance: 0.01,
  nameHints: ['nir', 'insee', 'secu', 'securite sociale', 'sécurité sociale', 'numero secu', 'num secu', 'nss'],
  mask: () => '• •• •• •••••••• ••',
});

/** Sex, year, month, department, commune, serial, key. */
const WRITTEN = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6}\d{2}$/;
