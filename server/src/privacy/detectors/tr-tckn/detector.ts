import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'tr-tckn',
  title: 'Turkish identity number (TCKN)',
  country: 'TR',
  length: [11, 11],
  accepts: plain => /^[1-9]\d{10}$/.test(plain) && checks(plain),
  chance: 0.02,
  nameHints: ['tckn', 'tc kimlik', 'kimlik', 'tc kimlik no', 'kimlik no'],
  mask: () => '•••••••••••',
});

/** The tenth digit checks the first nine, seven times those at odd places less those at even ones; the last is the sum of the first ten. */
function checks(digits: string): boolean {
  const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(digits.charAt(9)) && (odd + even + tenth) % 10 === Number(digits.charAt(10));
}
