import { defineDetector } from '../../../core/detector.ts';
import { passesMod11And10 } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'de-tax-id',
  title: 'German tax identification number',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 11 && bytes <= 20,
  accepts: text => {
    const digits = plainForm(text).replace(/ /g, '');
    return /^[1-9]\d{10}$/.test(digits) && repeatsOnce(digits.slice(0, 10)) && passesMod11And10(digits);
  },
  chance: 0.06,
  threshold: 0.4,
  nameHints: [
    'steuer id', 'steuer identifikationsnummer', 'steueridentifikationsnummer', 'steuernummer', 'idnr', 'tax id', 'tin',
    'steuerliche identifikationsnummer',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•• ••• ••• •••',
});

/** Of the first ten digits one occurs twice or three times, the others once at most. */
function repeatsOnce(digits: string): boolean {
  const distinct = new Set(digits).size;
  return distinct === 9 || distinct === 8;
}
