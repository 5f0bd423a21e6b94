import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'de-rvnr',
  title: 'German pension insurance number',
  country: 'DE',
  length: [12, 15],
  accepts: written(/^(?:0[2-9]|[1-8]\d) ?(?:0[1-9]|[1-7]\d|8[0-1])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}$/, checks),
  chance: 0.1,
  nameHints: [
    'rvnr', 'rv nummer', 'rentenversicherungsnummer', 'sozialversicherungsnummer', 'sv nummer', 'svnr', 'versicherungsnummer', 'vsnr',
    '德国养老保险号',
  ],
});

/** The letter counts as two digits, A = 01; every digit of a product counts by itself. */
function checks(text: string): boolean {
  const digits = text.slice(0, 8) + String(text.charCodeAt(8) - 64).padStart(2, '0') + text.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, i) => {
    const product = weight * Number(digits.charAt(i));
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(text.charAt(11));
}
