import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'cl-rut',
  title: 'Chilean identity number (RUT)',
  country: 'CL',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 9 && bytes <= 14,
  accepts: text => {
    const [, digits = '', last = ''] = /^(\d{1,2}(?:\.\d{3}){2}|\d{7,8})-([\dK])$/.exec(plainForm(text).toUpperCase()) ?? [];
    return last !== '' && checkCharacter(digits.replace(/\./g, '')) === last;
  },
  chance: 1 / 11,
  threshold: 0.5,
  nameHints: ['rut', 'run', 'cedula', 'cédula', 'rol unico'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••.•••.•••-•',
});

/** From the right, weights from two to seven over and over, modulo 11. */
const checkCharacter = (digits: string): string =>
  '0K987654321'.charAt([...digits].reverse().reduce((sum, digit, i) => sum + Number(digit) * (2 + (i % 6)), 0) % 11);
