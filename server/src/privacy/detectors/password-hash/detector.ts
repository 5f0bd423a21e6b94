import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'password-hash',
  title: 'password hash',
  category: 'user.authorization.password',
  role: 'sensitive',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 13 && bytes <= 1024,
  accepts: text => SHAPES.some(shape => shape.test(text)),
  chance: 0.000001,
  threshold: 0.5,
  nameHints: ['password', 'password hash', 'passwd', 'pwd', 'pass hash', 'pw hash', 'hashed password', 'encrypted password', 'password digest', 'hash', '密码', '口令', 'mima'],
  vetoWords: ABOUT_WORDS.filter(word => !word.startsWith('hash')),
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Beginnings that name the method: modular crypt format, PHC strings, RFC 2307. */
const SHAPES: readonly RegExp[] = [
  /^\$2[abxy]\$\d{2}\$[./A-Za-z\d]{53}$/,
  /^\$argon2(?:i|d|id)\$(?:v=\d+\$)?m=\d+/,
  /^\$(?:1|5|6|y|apr1|md5|sha1|gy|7)\$[^$]{0,64}\$?[^$]{0,64}\$?[./A-Za-z\d]{22,86}$/,
  /^\$(?:scrypt|pbkdf2(?:-sha\d+)?|bcrypt-sha256|sm3)\$.{16,}$/,
  /^\$[PHS]\$[./A-Za-z\d]{31,52}$/,
  /^(?:pbkdf2_sha(?:1|256)|bcrypt(?:_sha256)?|argon2|scrypt|sha1|md5)\$.{20,}$/,
  /^\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2(?:-SHA\d+)?)\}[./A-Za-z\d+=$]{13,}$/,
  /^scrypt:\d+:\d+:\d+\$.+\$[\da-f]{64,}$|^pbkdf2:sha\d+:\d+\$.+\$[\da-f]{40,}$/,
];
