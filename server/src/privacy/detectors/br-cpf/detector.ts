import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'br-cpf',
  title: 'Brazilian taxpayer number (CPF)',
  country: 'BR',
  length: [11, 13],
  accepts: plain => {
    const digits = plain.replace(/^(\d{3})\.(\d{3})\.(\d{3})-(\d{2})$/, '$1$2$3$4');
    return /^(?!(\d)\1{10})\d{11}$/.test(digits) && check(digits, 9) && check(digits, 10);
  },
  chance: 0.01,
  nameHints: ['cpf', 'cadastro', 'documento', 'cpf cnpj'],
  mask: () => '•••.•••.•••-••',
});

/** The digit at a place, from the digits before it weighted from two upwards, modulo 11. */
function check(digits: string, place: number): boolean {
  const sum = [...digits.slice(0, place)].reduce((total, digit, i) => total + Number(digit) * (place + 1 - i), 0);
  return ((sum * 10) % 11) % 10 === Number(digits.charAt(place));
}
