import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'br-cpf',
  title: 'Brazilian taxpayer number (CPF)',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 11 && bytes <= 18,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{3})\.(\d{3})\.(\d{3})-(\d{2})$/, '$1$2$3$4');
    return /^(?!(\d)\1{10})\d{11}$/.test(digits) && check(digits, 9) && check(digits, 10);
  },
  chance: 0.01,
  threshold: 0.5,
  nameHints: ['cpf', 'cadastro', 'documento', 'cpf cnpj'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••.•••.•••-••',
});

/** The digit at a place, from the digits before it weighted from two upwards, modulo 11. */
function check(digits: string, place: number): boolean {
  const sum = [...digits.slice(0, place)].reduce((total, digit, i) => total + Number(digit) * (place + 1 - i), 0);
  return ((sum * 10) % 11) % 10 === Number(digits.charAt(place));
}
