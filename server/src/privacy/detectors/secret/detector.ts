import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

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
    'password', 'password hash', 'secret', 'api key', 'apikey', 'access key', 'token', 'access token', 'auth token', 'private key',
    'credential', 'credentials', '密码', '密钥', '令牌',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Prefixes that the issuers document so that leaked keys can be found. */
const SHAPES: readonly RegExp[] = [
  /^(?:AKIA|ASIA)[A-Z2-7]{16}$/,
  /^gh[pousr]_[A-Za-z\d]{36,251}$/, /^github_pat_\w{60,244}$/,
  /^glpat-[\w-]{20,}$/,
  /^xox[abeoprs]-[\dA-Za-z-]{10,}$/,
  /^sk_(?:live|test)_[\dA-Za-z]{16,}$/, /^rk_(?:live|test)_[\dA-Za-z]{16,}$/,
  /^sk-(?:proj-|ant-)?[\w-]{32,}$/,
  /^AIza[\w-]{35}$/, /^ya29\.[\w-]{20,}$/,
  /^hf_[A-Za-z]{34}$/, /^npm_[A-Za-z\d]{36}$/, /^pypi-AgEIcHlwaS5vcmc[\w-]{50,}$/, /^SG\.[\w-]{22}\.[\w-]{43}$/,
  /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*$/,
  /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /^\$2[aby]\$\d{2}\$[./A-Za-z\d]{53}$/, /^\$argon2(?:i|d|id)\$v=\d+\$/, /^\$[156y]\$[./A-Za-z\d]{1,32}\$[./A-Za-z\d]{22,}$/, /^\$scrypt\$/,
];
