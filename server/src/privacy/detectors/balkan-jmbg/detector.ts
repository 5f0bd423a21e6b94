import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'balkan-jmbg',
  title: 'master citizen number of the former Yugoslav republics (JMBG)',
  country: 'RS',
  length: [13, 13],
  accepts: written(/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[09]\d{8}$/, digits =>
    lastChecks(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], sum => (11 - sum % 11) % 11)),
  chance: 0.1,
  nameHints: [
    'jmbg', 'emso', 'emšo', 'embg', 'матичен број', 'матични број', 'maticni broj', 'matični broj', 'unique master citizen number',
  ],
});
