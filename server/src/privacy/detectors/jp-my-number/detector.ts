import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'jp-my-number',
  title: 'Japanese My Number',
  country: 'JP',
  length: [12, 15],
  accepts: plain => {
    const digits = plain.replace(/[ -]/g, '');
    return /^\d{12}$/.test(digits) && checkDigit(digits) === Number(digits.charAt(11));
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['my number', 'mynumber', 'individual number', 'kojin bango', 'マイナンバー', '個人番号'],
  vetoWords: ['ean', 'upc', 'gtin', 'barcode'],
  mask: () => '•••• •••• ••••',
});

/** Weights from the right of the eleven digits: two to seven, then two to six; modulo 11. */
function checkDigit(digits: string): number {
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}
