import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ch-ahv',
  title: 'Swiss social insurance number (AHV)',
  country: 'CH',
  length: [13, 15],
  accepts: plain => {
    const digits = plain.replace(/^756\.(\d{4})\.(\d{4})\.(\d{2})$/, '756$1$2$3');
    return /^756\d{10}$/.test(digits) && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
  },
  chance: 0.1,
  nameHints: ['ahv', 'avs', 'ahv nummer', 'ahvn13', 'ahv nr', 'sozialversicherungsnummer'],
  mask: () => '756.••••.••••.••',
});
