import { passesMod11And10 } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'hr-oib',
  title: 'Croatian personal number (OIB)',
  country: 'HR',
  length: [11, 11],
  accepts: written(/^\d{11}$/, passesMod11And10),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['oib', 'osobni identifikacijski broj', '克罗地亚个人身份号'],
});
