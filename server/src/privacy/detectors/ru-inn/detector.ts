import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ru-inn',
  title: 'Russian taxpayer number (INN)',
  country: 'RU',
  length: [12, 12],
  accepts: plain =>
    /^(?!00)\d{12}$/.test(plain) && lastChecks(plain.slice(0, 11), [7, 2, 4, 10, 3, 5, 9, 4, 6, 8], ofEleven) && lastChecks(plain, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8], ofEleven),
  chance: 0.012,
  nameHints: ['inn', 'инн', 'taxpayer number', '俄罗斯纳税人号'],
});

const ofEleven = (sum: number): number => (sum % 11) % 10;
