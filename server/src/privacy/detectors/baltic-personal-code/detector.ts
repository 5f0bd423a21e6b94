import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'baltic-personal-code',
  title: 'Estonian or Lithuanian personal code',
  country: 'EE',
  length: [11, 11],
  accepts: written(/^[1-6]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/, checks),
  chance: 0.1,
  nameHints: ['isikukood', 'isiku kood', 'asmens kodas', 'asmens kodo', 'estonian id', 'lithuanian id', '爱沙尼亚或立陶宛个人代码'],
});

/** A sum that leaves ten is made again with the weights moved by two; one that leaves ten again gives zero. */
function checks(digits: string): boolean {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (first < 10 ? first : second % 10) === Number(digits.at(-1));
}
