import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'nz-ird',
  title: 'New Zealand tax number (IRD)',
  country: 'NZ',
  length: [8, 11],
  accepts: written(/^(?:\d{2,3}-\d{3}-\d{3}|\d{8,9})$/, digits => isInRange(Number(digits)) && checks(digits.padStart(9, '0'))),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['ird', 'ird number', 'ird no', 'inland revenue number', '新西兰税号'],
});

const isInRange = (number: number): boolean => number > 10_000_000 && number < 150_000_000;

/** A sum that gives ten is made again with other weights. */
function checks(digits: string): boolean {
  const first = (11 - weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
  const second = (11 - weighted(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11;
  return (first < 10 ? first : second) === Number(digits.at(-1));
}
