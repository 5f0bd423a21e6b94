import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'tr-tckn',
  title: 'Turkish identity number (TCKN)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 11 && bytes <= 16,
  accepts: text => /^[1-9]\d{10}$/.test(plainForm(text)) && checks(plainForm(text)),
  chance: 0.02,
  threshold: 0.5,
  nameHints: ['tckn', 'tc kimlik', 'kimlik', 'tc kimlik no', 'kimlik no'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••••••',
});

/** The tenth digit checks the first nine, seven times those at odd places less those at even ones; the last is the sum of the first ten. */
function checks(digits: string): boolean {
  const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(digits.charAt(9)) && (odd + even + tenth) % 10 === Number(digits.charAt(10));
}
