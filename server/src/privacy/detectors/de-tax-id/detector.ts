import { passesMod11And10 } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'de-tax-id',
  title: 'German tax identification number',
  country: 'DE',
  length: [11, 15],
  accepts: plain => {
    const digits = plain.replace(/ /g, '');
    return /^[1-9]\d{10}$/.test(digits) && repeatsOnce(digits.slice(0, 10)) && passesMod11And10(digits);
  },
  chance: 0.06,
  threshold: 0.4,
  nameHints: [
    'steuer id', 'steuer identifikationsnummer', 'steueridentifikationsnummer', 'steuernummer', 'idnr', 'tax id', 'tin',
    'steuerliche identifikationsnummer',
  ],
  mask: () => '•• ••• ••• •••',
});

/** Of the first ten digits one occurs twice or three times, the others once at most. */
function repeatsOnce(digits: string): boolean {
  const distinct = new Set(digits).size;
  return distinct === 9 || distinct === 8;
}
