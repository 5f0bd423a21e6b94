import { defineDetector } from '../../../core/detector.ts';

/** Longest address that can be delivered to (RFC 5321, 4.5.3.1.3, less its angle brackets). */
const LONGEST = 254;

export default defineDetector({
  id: 'email',
  title: 'e-mail address',
  category: 'user.contact.email',
  role: 'direct-identifier',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 6 && bytes <= LONGEST,
  accepts: isAddress,
  basis: 'shape',
  alone: true,
  chance: 1e-4,
  threshold: 0.8,
  nameHints: ['email', 'e mail', 'mail', 'emails', 'mail address', '邮箱', '邮件', '电子信箱', 'youxiang', 'dzyx', 'yx',
    'eml', 'correo', 'correo electronico', 'correo electrónico', 'courriel', 'adresse mail', 'e-mailadres', 'mailadresse', 'posta elettronica',
    'adres e mail', 'почта', 'эл почта', 'электронная почта', 'eposta', 'e posta', 'epost', 'sähköposti', 'البريد الإلكتروني', 'البريد الالكتروني',
    'ایمیل', 'דואל', 'メール', 'メールアドレス', '이메일', 'อีเมล', 'ईमेल',
  ],
  vetoWords: [
    'verified', 'confirmed', 'valid', 'count', 'is', 'has', 'flag', 'type', 'status', 'subject', 'template', 'domain', 'sent', 'opened', '标题', '次数',
  ],
  mask: text => `${text.slice(0, 1)}•••@•••`,
});

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const TOP_LEVEL = /^(?:\p{L}{2,63}|xn--[a-z\d-]{1,59})$/iu;
/** File name endings: `icon@2x.png` is a picture. */
const FILES = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'css', 'js', 'html', 'csv', 'txt']);

/** An address that a mail server would take; quoted local parts and address literals, which nobody has, are left out. */
function isAddress(text: string): boolean {
  const at = text.indexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  const top = labels.at(-1) ?? '';
  return at > 0 && text.length <= LONGEST && LOCAL.test(local) && hasOrderlyDots(local)
    && labels.length >= 2 && labels.every(label => LABEL.test(label)) && TOP_LEVEL.test(top) && !FILES.has(top.toLowerCase());
}

const hasOrderlyDots = (local: string): boolean => !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
