import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'it-codice-fiscale',
  title: 'Italian tax code (codice fiscale)',
  country: 'IT',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 16 && bytes <= 24,
  accepts: text => {
    const code = plainForm(text).replace(/ /g, '').toUpperCase();
    return WRITTEN.test(code) && checkLetter(code) === code.charAt(15);
  },
  hasForm: text => WRITTEN.test(plainForm(text).replace(/ /g, '').toUpperCase()),
  chance: 1 / 26,
  threshold: 0.5,
  nameHints: ['codice fiscale', 'cod fiscale', 'cf', 'codfis', 'codfisc', 'fiscal code'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••••••••••',
});

/** Family name, given name, year, month, day and sex, place; digits may be replaced by letters where two people would share a code. */
const WRITTEN = /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/;

/** Values of 0 to 9 and of A to J and on at odd places, counted from one. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function checkLetter(code: string): string {
  const sum = [...code.slice(0, 15)].reduce((total, character, i) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (i % 2 === 0 ? ODD[value] ?? 0 : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}
