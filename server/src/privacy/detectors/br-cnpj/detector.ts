import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'br-cnpj',
  title: 'Brazilian company number (CNPJ)',
  country: 'BR',
  category: 'user.unique_id',
  role: 'quasi-identifier',
  most: 'low',
  length: [14, 17],
  accepts: plain => {
    const number = plain.replace(/[./-]/g, '');
    return /^(?!(\d)\1{13})[A-Z\d]{12}\d{2}$/.test(number) && check(number, 12) && check(number, 13);
  },
  chance: 0.01,
  nameHints: ['cnpj', 'cpf cnpj'],
  mask: () => '••.•••.•••/••••-••',
});

/** The digit at a place: the characters before it, their code less that of zero, weighted from two to nine from the right, modulo 11. */
function check(number: string, place: number): boolean {
  const sum = [...number.slice(0, place)].reverse().reduce((total, character, i) => total + (character.charCodeAt(0) - 48) * (2 + (i % 8)), 0);
  const rest = sum % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(number.charAt(place));
}
