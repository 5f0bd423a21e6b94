import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'jp-my-number',
  title: 'Japanese My Number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 12 && bytes <= 20,
  accepts: text => {
    const digits = plainForm(text).replace(/[ -]/g, '');
    return /^\d{12}$/.test(digits) && checkDigit(digits) === Number(digits.charAt(11));
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['my number', 'mynumber', 'individual number', 'kojin bango', 'マイナンバー', '個人番号'],
  vetoWords: [...ABOUT_WORDS, 'ean', 'upc', 'gtin', 'barcode'],
  mask: () => '•••• •••• ••••',
});

/** Weights from the right of the eleven digits: two to seven, then two to six; modulo 11. */
function checkDigit(digits: string): number {
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}
