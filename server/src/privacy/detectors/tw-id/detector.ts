import { defineDetector } from '../../../core/detector.ts';
import { weighted } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'tw-id',
  title: 'Taiwan identity number',
  country: 'TW',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 10 && bytes <= 14,
  accepts: text => {
    const id = plainForm(text).toUpperCase();
    return /^[A-Z][1289]\d{8}$/.test(id) && sumOf(id) % 10 === 0;
  },
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['tw id', 'taiwan id', '身分證', '身分證字號', '統一編號'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••••',
});

/** The number of each letter, from 10 on in the order in which the places were listed. */
const PLACES = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

function sumOf(id: string): number {
  const place = PLACES.indexOf(id.charAt(0)) + 10;
  return Math.floor(place / 10) + (place % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
}
