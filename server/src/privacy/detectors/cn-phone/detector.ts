import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PHONES, PHONE_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'cn-phone',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 11 && bytes <= 40,
  accepts: text => {
    const plain = plainForm(text).replace(/^(?:\+|00)?86[ -]?/, '');
    return MOBILE.test(plain) || LANDLINE.test(plain);
  },
  chance: 0.08,
  threshold: 0.8,
  nameHints: PHONE_WORDS,
  vetoWords: ABOUT_PHONES,
  mask: text => `${plainForm(text).slice(0, 3)}••••••••`,
});

/** Prefixes that the Ministry of Industry and Information Technology has assigned to mobile networks. */
const MOBILE = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])([ -]?)\d{4}\1\d{4}$/;

/** Area code, seven or eight digits and perhaps an extension. */
const LANDLINE = /^(?:\(0\d{2,3}\) ?|0\d{2,3}[ -])[2-8]\d{6,7}(?: ?(?:转|-|ext\.?) ?\d{1,6})?$/i;
