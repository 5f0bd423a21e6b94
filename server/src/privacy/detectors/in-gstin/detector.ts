import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'in-gstin',
  title: 'Indian goods and services tax number (GSTIN)',
  country: 'IN',
  category: 'user.unique_id',
  length: [15, 15],
  accepts: plain => /^(?:0[1-9]|[12]\d|3[0-8]|97)[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z][1-9A-Z]Z[\dA-Z]$/.test(plain) && checks(plain),
  chance: 0.03,
  nameHints: ['gstin', 'gst', 'gst number', 'gst no', 'gstin number', '印度商品服务税号'],
});

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Luhn's check in base 36. */
function checks(text: string): boolean {
  const sum = [...text].reverse().reduce((total, character, i) => {
    const value = ALPHABET.indexOf(character) * (i % 2 === 1 ? 2 : 1);
    return total + Math.floor(value / 36) + (value % 36);
  }, 0);
  return sum % 36 === 0;
}
