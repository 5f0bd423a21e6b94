import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'uk-nhs-number',
  title: 'NHS number',
  country: 'GB',
  category: 'user.health_and_medical.record_id',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 10 && bytes <= 16,
  accepts: text => {
    const digits = plainForm(text).replace(/^(\d{3})[ -](\d{3})[ -](\d{4})$/, '$1$2$3');
    return /^(?!(\d)\1{9})\d{10}$/.test(digits) && weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  },
  chance: 1 / 11,
  threshold: 0.5,
  nameHints: ['nhs', 'nhs number', 'nhs no', 'nhs id'],
  vetoWords: [...ABOUT_WORDS, 'isbn'],
  mask: text => `•••••••${plainForm(text).slice(-3)}`,
});
