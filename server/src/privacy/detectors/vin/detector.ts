import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'vin',
  title: 'vehicle identification number',
  category: 'user.government_id.vehicle_registration',
  role: 'quasi-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 17 && bytes <= 24,
  accepts: text => {
    const number = plainForm(text).toUpperCase();
    const orderly = WRITTEN.test(number) && /[A-Z]/.test(number) && /\d{3}/.test(number.slice(13));
    return orderly && '0123456789X'.charAt(sumOf(number) % 11) === number.charAt(8);
  },
  hasForm: text => WRITTEN.test(plainForm(text).toUpperCase()) && /[A-Z]/i.test(text) && /\d/.test(text),
  chance: 1 / 11,
  threshold: 0.5,
  nameHints: [
    'vin', 'vin number', 'chassis', 'chassis number', 'vehicle identification number', 'fahrgestellnummer', '车架号', '车辆识别', 'cjh',
    'clsbdh',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: text => `${plainForm(text).slice(0, 3)}••••••••••••••`,
});

const WRITTEN = /^[A-HJ-NPR-Z\d]{17}$/;

/** Values of letters (ISO 3779, as 49 CFR 565 uses them), A first; I, O and Q do not occur. */
const LETTERS = '12345678_12345_7_923456789';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

const sumOf = (number: string): number => WEIGHTS.reduce((sum, weight, i) => {
  const character = number.charAt(i);
  return sum + weight * Number(/\d/.test(character) ? character : LETTERS.charAt(character.charCodeAt(0) - 65));
}, 0);
