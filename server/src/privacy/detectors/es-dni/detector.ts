import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'es-dni',
  title: 'Spanish identity number (DNI, NIE)',
  country: 'ES',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 9 && bytes <= 16,
  accepts: text => {
    const [, first = '', digits = '', letter = ''] = WRITTEN.exec(plainForm(text).toUpperCase()) ?? [];
    return letter !== '' && LETTERS.charAt(Number(`${FOREIGNER[first] ?? first}${digits}`) % 23) === letter;
  },
  chance: 1 / 23,
  threshold: 0.5,
  nameHints: ['dni', 'nie', 'nif', 'documento', 'documento identidad', 'identificacion', 'identificación', 'id number', 'national id'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••-•',
});

const WRITTEN = /^([XYZ\d])[ -]?(\d{7})[ -]?([A-HJ-NP-TV-Z])$/;
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** The digit that the first letter of a foreigner's number stands for. */
const FOREIGNER: Readonly<Record<string, string>> = { X: '0', Y: '1', Z: '2' };
