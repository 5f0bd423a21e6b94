import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PHONES, PHONE_WORDS } from '../../../util/columnWords.ts';
import { readDate } from '../../../util/lexical/dates.ts';
import { plainForm } from '../../../util/plainForm.ts';

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
  mask: () => '•••••••',
});

const WRITTEN = /^\+?\(?\d[\d ().\/-]{5,22}(?: ?(?:x|ext\.?|#|转) ?\d{1,6})?$/i;
const DATE = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/;

/** With the zero that is dialled first within a country, or a plus, or in groups as people write them; ten digits alone may be anything. */
const TRUNK = /^(?:\+|\(?0)\d[\d ().\/-]{6,20}$|^\(\d{2,5}\)[ -]?\d[\d -]{5,12}$|^\d{2,4}([ .-])\d{2,4}\1\d{2,5}(?:\1\d{2,4})?$/;
