import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ua-rntrc',
  title: 'Ukrainian taxpayer number (RNTRC)',
  country: 'UA',
  length: [10, 10],
  accepts: plain => /^[1-4]\d{9}$/.test(plain) && lastChecks(plain, [-1, 5, 7, 9, 4, 6, 10, 5, 7], sum => (((sum % 11) + 11) % 11) % 10),
  chance: 0.1,
  nameHints: ['rnokpp', 'rntrc', 'ipn', 'рнокпп', 'іпн', 'инн', 'ідентифікаційний номер', 'податковий номер', '乌克兰纳税人号'],
});
