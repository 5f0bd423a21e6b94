import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'is-kennitala',
  title: 'Icelandic identity number (kennitala)',
  country: 'IS',
  length: [10, 11],
  accepts: written(/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?[2-9]\d{2}[089]$/, digits =>
    weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0),
  chance: 0.095,
  nameHints: ['kennitala', 'kennitölur', '冰岛身份号'],
});
