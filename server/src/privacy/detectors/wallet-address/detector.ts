import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'wallet-address',
  title: 'wallet address',
  category: 'user.financial',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 26 && bytes <= 90,
  accepts: text => FORMS.some(form => form.test(text)),
  chance: 0.0001,
  threshold: 0.8,
  nameHints: ['wallet', 'wallet address', 'bitcoin', 'btc', 'btc address', 'eth address', 'ethereum', 'crypto address', '钱包地址'],
  vetoWords: [...ABOUT_WORDS, 'contract'],
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Base 58, which has capitals, small letters and digits; bech32; hexadecimal. */
const FORMS: readonly RegExp[] = [
  /^(?=.*\d.*\d)(?=.*[a-z])(?=.*[A-Z])[13][1-9A-HJ-NP-Za-km-z]{25,34}$/,
  /^bc1[ac-hj-np-z02-9]{11,71}$/,
  /^0x[\da-fA-F]{40}$/,
];
