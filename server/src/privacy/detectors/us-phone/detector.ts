import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PHONES, PHONE_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'us-phone',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 10 && bytes <= 24,
  accepts: text => WRITTEN.test(plainForm(text)),
  chance: 0.05,
  threshold: 0.8,
  nameHints: PHONE_WORDS,
  vetoWords: ABOUT_PHONES,
  mask: () => '(•••) •••-••••',
});

/** Area and exchange begin with 2 to 9 and do not end in 11; something stands between the groups, since ten digits alone are any number. */
const WRITTEN = /^(?:1[ .-])?(?:\((?!\d11)[2-9]\d{2}\) ?|(?!\d11)[2-9]\d{2}([ .-]))(?!\d11)[2-9]\d{2}[ .-]\d{4}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i;
