import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { TOKEN } from '../../../util/freeText/secrets.ts';

export default defineDetector({
  id: 'secret',
  title: 'secret or access key',
  category: 'user.authorization.credentials',
  role: 'sensitive',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 16 && bytes <= 8192,
  accepts: text => SHAPES.some(shape => shape.test(text)),
  chance: 0.000001,
  threshold: 0.5,
  nameHints: [
    'secret', 'secret key', 'client secret', 'api key', 'apikey', 'api token', 'access key', 'token', 'access token', 'auth token', 'webhook', 'connection string',
    'credential', 'credentials', '密钥', '令牌',
  ],
  vetoWords: ABOUT_WORDS.filter(word => word !== 'token'),
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Tokens, addresses with a password in them, connection strings, authorization headers. */
const SHAPES: readonly RegExp[] = [
  TOKEN, /^[a-z][a-z\d+.-]*:\/\/[^\s:@/]+:[^\s:@/]{3,}@[\w.-]+/i, /(?:^|;)\s*(?:AccountKey|SharedAccessKey|Password|Pwd)=[^;\s]{6,}(?:;|$)/i, /^Basic [A-Za-z\d+/]{16,}={0,2}$/,
];
