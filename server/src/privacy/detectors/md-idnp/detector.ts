import { sumOf731 } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'md-idnp',
  title: 'Moldovan personal number (IDNP)',
  country: 'MD',
  length: [13, 13],
  accepts: plain => /^[02]\d{12}$/.test(plain) && sumOf731(plain.slice(0, 12)) % 10 === Number(plain.charAt(12)),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['idnp', 'codul personal', 'cod personal', '摩尔多瓦个人号'],
});
