import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'cn-uscc',
  title: 'Chinese unified social credit code',
  country: 'CN',
  category: 'user.unique_id',
  role: 'quasi-identifier',
  basis: 'check-digit',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 18 && bytes <= 32,
  accepts: text => {
    const code = plainForm(text).toUpperCase();
    return WRITTEN.test(code) && checkCharacter(code) === code.charAt(17);
  },
  chance: 1 / 31,
  threshold: 0.5,
  nameHints: ['uscc', 'credit code', 'social credit code', '信用代码', '社会信用', '税号', '纳税人识别号', 'xydm', 'tyshxydm', 'shxydm', 'nsrsbh'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••••••••••••',
});

/** Registering authority, kind, region, organisation, check character. */
const WRITTEN = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1-3]|[AN][1-39]|Y1)\d{6}[\dA-HJ-NP-RTUW-Y]{10}$/;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: the weight of a place is the power of three of its distance from the start, modulo 31. */
function checkCharacter(code: string): string {
  const sum = [...code.slice(0, 17)].reduce((total, character, i) => total + ALPHABET.indexOf(character) * (3 ** i % 31), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
