import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'session-token',
  title: 'session or cookie token',
  category: 'user.device.cookie_id',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 16 && bytes <= 4096,
  accepts: text => WRITTEN.test(text) && variety(text) >= 8,
  chance: 0.05,
  threshold: 0.7,
  nameHints: [
    'session', 'session id', 'session token', 'sessionid', 'sid', 'jsessionid', 'phpsessid', 'cookie', 'cookie id', 'csrf', 'csrf token', 'xsrf token', 'refresh token', 'access token',
    'auth token', 'remember token', 'ga client id', 'gclid', 'fbclid', 'fbp', '会话', '令牌',
  ],
  vetoWords: ABOUT_WORDS.filter(word => !word.startsWith('hash') && word !== 'token'),
  mask: text => `${text.slice(0, 2)}•••`,
});

const WRITTEN = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=%.~:-]{16,}$/;

/** Different characters: a random string has many. */
const variety = (text: string): number => new Set(text).size;
