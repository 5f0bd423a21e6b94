import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PHONES, PHONE_WORDS } from '../../../util/columnWords.ts';
import { readDate } from '../../../util/lexical/dates.ts';
import { plainForm } from '../../../util/plainForm.ts';
import { runsOn, shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'national-phone',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 6 && bytes <= 32,
  accepts: text => {
    const plain = plainForm(text);
    const { length } = plain.replace(/\D/g, '');
    return WRITTEN.test(plain) && length >= 7 && length <= 15 && !DATE.test(plain);
  },
  chance: 0.1,
  threshold: 0.7,
  nameHints: PHONE_WORDS,
  // Bodies, batteries and tables have cells as well.
  amongPeople: ['cell'],
  vetoWords: ABOUT_PHONES,
  together: texts => {
    const written = texts.filter(text => TRUNK.test(plainForm(text)) && readDate(text) === undefined);
    return texts.length >= 4 && written.length >= texts.length * 0.6;
  },
  company: {
    of: [
      'person-name', 'named-person', 'given-name', 'family-name', 'cn-person-name', 'ja-person-name', 'ko-person-name', 'email', 'street-address',
      'postal-address', 'birth-date',
    ],
    overrules: ['postal-code'],
    likeness: ({ texts, repeats }) => {
      const numbers = shareOf(texts, text => DIALLED.test(plainForm(text)) && !DATE.test(text) && readDate(text) === undefined);
      const digits = texts.filter(text => /^\d+$/.test(text));
      const areThings = digits.length > 0 && (runsOn(digits.map(Number)) || !areScattered(digits));
      return numbers < 0.8 || repeats > 3 || texts.length < 3 || areThings ? 0 : numbers;
    },
  },
  mask: () => '•••••••',
});

const WRITTEN = /^\+?\(?\d[\d ().\/-]{5,22}(?: ?(?:x|ext\.?|#|转) ?\d{1,6})?$/i;
const DATE = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/;

/** Nine digits or more, or fewer in groups; a number with one point is a measure. */
const DIALLED = new RegExp(
  '^(?!\\d+\\.\\d+$|\\d{3}-\\d{2}-\\d{4}$)\\+?(?:\\d{9,13}|(?=(?:\\D*\\d){7,13}\\D*$)\\(?\\d{1,5}\\)?(?:[ ./-]{1,2}\\(?\\d{1,9}\\)?){1,5})'
  + '(?: ?(?:x|ext\\.?|#) ?\\d{1,6})?$', 'i',
);

/** Numbers of things are given out one after another and begin alike; those of telephones differ in their last digits, and in length at most by some. */
function areScattered(numbers: readonly string[]): boolean {
  const lengths = numbers.map(({ length }) => length);
  const ends = new Set(numbers.map(text => text.slice(-2))).size;
  const common = new Set(numbers.map(text => text.slice(0, -3))).size;
  return Math.max(...lengths) - Math.min(...lengths) <= 3 && ends >= Math.min(numbers.length, 40) * 0.5 && common >= numbers.length * 0.7;
}

/** With the zero that is dialled first within a country, or a plus, or in groups as people write them; ten digits alone may be anything. */
const TRUNK = /^(?!\d{3}-\d{2}-\d{4}$)(?:(?:\+|\(?0)[1-9][\d ().\/-]{6,20}|\(\d{2,5}\)[ -]?\d[\d -]{5,12}|\d{2,4}([ .-])\d{2,4}\1\d{2,5}(?:\1\d{2,4})?)$/;
