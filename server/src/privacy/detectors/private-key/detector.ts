import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'private-key',
  title: 'private key',
  category: 'user.authorization.credentials',
  role: 'sensitive',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 30 && bytes <= 65_536,
  accepts: text => ARMOUR.test(text.trimStart()),
  chance: 0.000001,
  threshold: 0.3,
  nameHints: ['private key', 'ssh key', 'pem', 'rsa key', 'signing key', 'key', '私钥'],
  vetoWords: [...ABOUT_WORDS, 'public'],
  mask: text => `${text.slice(0, 3)}•••`,
});

const ARMOUR = /^(?:-{5}BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-{5}|PuTTY-User-Key-File-\d:|AGE-SECRET-KEY-1[A-Z\d]{58}$)/;
