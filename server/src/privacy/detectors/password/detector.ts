import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'password',
  title: 'password',
  category: 'user.authorization.password',
  role: 'sensitive',
  basis: 'name',
  mayBe: (kind, bytes) => kind !== 'float' && kind !== 'boolean' && kind !== 'date' && kind !== 'datetime' && bytes >= 4 && bytes <= 128,
  accepts: text => /^\S{4,64}$/.test(text) && !NONE.test(text),
  chance: 0.3,
  threshold: 0.8,
  nameHints: [
    'пароль', 'parola', 'parola accesso', 'hasło', '비밀번호', 'パスワード',
    'password', 'passwd', 'pwd', 'passphrase', 'passwort', 'kennwort', 'mot de passe', 'contraseña', 'contrasena', 'senha', 'wachtwoord', 'hasło', 'pin code', '密码', '口令', 'mima'],
  vetoWords: [
    ...ABOUT_WORDS, 'strength', 'policy', 'reset', 'changed', 'change', 'date', 'last', 'required', 'attempts', 'hint', 'age', 'min',
    'max', 'expired', '强度', '策略', '提示',
  ],
  mask: () => '••••••••',
});

/** What says that there is none, that it is hidden, or how good it is. */
const NONE = /^(?:\*+|•+|x+|none|null|true|false|weak|medium|strong|good|poor|unknown|n\/a|disabled|locked)$/i;
