import { lastChecks } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'lv-personas-kods',
  title: 'Latvian personal code (personas kods)',
  country: 'LV',
  length: [11, 12],
  accepts: plain => /^3[2-9]\d{4}-\d{5}$/.test(plain) || born(plain),
  chance: 0.1,
  nameHints: ['personas kods', 'personas kods nr', 'personaskods', '拉脱维亚个人代码'],
});

const born = written(/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?[0-2]\d{4}$/, digits => lastChecks(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2], sum => ((1101 - sum) % 11) % 10));
