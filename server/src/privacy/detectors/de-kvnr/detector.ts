import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'de-kvnr',
  title: 'German health insurance number',
  country: 'DE',
  category: 'user.health_and_medical.record_id',
  length: [10, 10],
  accepts: plain => /^[A-Z]\d{9}$/.test(plain) && checks(plain),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['kvnr', 'krankenversichertennummer', 'krankenversicherungsnummer', 'versichertennummer', 'versicherten id', 'egk', '德国医疗保险号'],
});

/** The letter counts as two digits, A = 01; weights 1 and 2 in turn, every digit of a product by itself. */
function checks(text: string): boolean {
  const digits = String(text.charCodeAt(0) - 64).padStart(2, '0') + text.slice(1, 9);
  const sum = [...digits].reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(text.charAt(9));
}
