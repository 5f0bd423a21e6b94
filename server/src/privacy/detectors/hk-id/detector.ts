import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'hk-id',
  title: 'Hong Kong identity card number',
  country: 'HK',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 8 && bytes <= 16,
  accepts: text => {
    const [, head = '', digits = '', last = ''] = /^([A-Z]{1,2})(\d{6})\(?([\dA])\)?$/.exec(plainForm(text).toUpperCase()) ?? [];
    return head !== '' && (sumOf(head, digits) + (last === 'A' ? 10 : Number(last))) % 11 === 0;
  },
  chance: 1 / 11,
  threshold: 0.6,
  nameHints: ['hkid', 'hk id', 'hkid number', '香港身份证', '香港身份證', '身份證'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••••••(•)',
});

/** Letters count from A = 10, a missing first letter as 36; the weights go down from nine. */
function sumOf(head: string, digits: string): number {
  const [first, second] = [...head.padStart(2, ' ')].map(letter => (letter === ' ' ? 36 : letter.charCodeAt(0) - 55));
  return (first ?? 0) * 9 + (second ?? 0) * 8 + weighted(digits, [7, 6, 5, 4, 3, 2]);
}
