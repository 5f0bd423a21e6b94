import { defineDetector } from '../../../core/detector.ts';
import { passesGs1 } from '../../../util/checkDigits.ts';
import { ABOUT_PHONES, PHONE_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'phone-number',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 9 && bytes <= 28,
  accepts: text => {
    const plain = plainForm(text);
    const digits = plain.replace(/\D/g, '').replace(/^00/, '');
    return WRITTEN.test(plain) && !isBarcode(plain) && digits.length >= 8 && digits.length <= 15 && COUNTRY.test(digits) && isNational(digits);
  },
  chance: 0.01,
  threshold: 0.8,
  nameHints: PHONE_WORDS,
  vetoWords: ABOUT_PHONES,
  mask: text => `${plainForm(text).slice(0, 3)}•••••••`,
});

/** A plus sign or two zeros, then digits in groups; an extension may follow. */
const WRITTEN = /^(?:\+|00)\d{1,3}(?:[ .-]?(?:\(0?\d{1,5}\)|\d{1,12})){1,6}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i;

/** Barcodes of North America may begin with two zeros as well. */
const isBarcode = (text: string): boolean => /^00\d{10,11}$/.test(text) && passesGs1(text);

/** Country codes in use (ITU-T E.164). */
const COUNTRY = new RegExp(
  '^(?:1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-368]|2[2346]\\d|25[0-8]|29[01789]|35\\d|37[0-8]|38[01235-79]|42[013]|50\\d|59\\d|67[02-9]|68[0-35-9]|'
  + '69[0-2]|85[02356]|88[06]|96[0-8]|97[0-7]|99[2-68])',
);

/** National parts whose form everybody knows: North America, China. */
function isNational(digits: string): boolean {
  if (digits.startsWith('1')) return /^1[2-9]\d{2}[2-9]\d{6}\d*$/.test(digits);
  return !digits.startsWith('86') || /^86(?:1[3-9]\d{9}|[2-9]\d{8,10})$/.test(digits);
}
