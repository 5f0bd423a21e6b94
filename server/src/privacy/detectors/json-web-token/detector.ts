import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'json-web-token',
  title: 'JSON web token',
  category: 'user.authorization.credentials',
  role: 'sensitive',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 20 && bytes <= 16_384,
  accepts: text => WRITTEN.test(text),
  chance: 0.000001,
  threshold: 0.5,
  nameHints: ['jwt', 'token', 'id token', 'access token', 'auth token', 'bearer', 'authorization', 'session token', '令牌'],
  vetoWords: ABOUT_WORDS.filter(word => word !== 'token'),
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Header and payload are JSON objects, which begin alike in base 64; encrypted tokens have five parts. */
const WRITTEN = /^(?:Bearer )?eyJ[\w-]{8,}\.(?:eyJ[\w-]{2,}\.[\w-]*|[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+)$/;
