import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'br-cnpj',
  title: 'Brazilian company number (CNPJ)',
  category: 'user.unique_id',
  role: 'quasi-identifier',
  basis: 'check-digit',
  most: 'low',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 14 && bytes <= 22,
  accepts: text => {
    const number = plainForm(text).toUpperCase().replace(/[./-]/g, '');
    return /^(?!(\d)\1{13})[A-Z\d]{12}\d{2}$/.test(number) && check(number, 12) && check(number, 13);
  },
  chance: 0.01,
  threshold: 0.5,
  nameHints: ['cnpj', 'cpf cnpj'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••.•••.•••/••••-••',
});

/** The digit at a place: the characters before it, their code less that of zero, weighted from two to nine from the right, modulo 11. */
function check(number: string, place: number): boolean {
  const sum = [...number.slice(0, place)].reverse().reduce((total, character, i) => total + (character.charCodeAt(0) - 48) * (2 + (i % 8)), 0);
  const rest = sum % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(number.charAt(place));
}
