import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { asGivenName, folded } from '../../../util/names/nameWords.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'username',
  title: 'user name',
  category: 'user.account.username',
  role: 'direct-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => /^@?(?=.*\p{L})[\p{L}\p{M}\d][\p{L}\p{M}\d._-]{1,31}$/u.test(text),
  together: texts => texts.length >= 4 && new Set(texts).size === texts.length && texts.filter(isCoined).length >= texts.length * 0.5,
  company: {
    of: ['email', 'person-name', 'family-name'],
    // The first part of an e-mail address, or a family name with an initial before or behind it.
    likeness: ({ texts, repeats, beside }) => {
      const words = new Set(beside.flatMap(text => folded(text.split('@')[0] ?? '').split(/[^\p{L}]+/u)).filter(word => word.length > 3));
      const accounts = new Set(beside.map(text => folded(text.split('@')[0] ?? '')));
      const made = shareOf(texts, text => accounts.has(folded(text)) || /^\S{4,}$/.test(text) && isMadeOf(folded(text), words));
      return repeats < 1.5 && made >= 0.6 && shareOf(texts, text => /\d$|[._]|^\p{Lu}{4,}$|^\p{Ll}{4,}$/u.test(text)) >= 0.6 ? made : 0;
    },
  },
  chance: 0.3,
  threshold: 0.7,
  nameHints: [
    'login id', 'instagram handle', 'gamertag', 'pseudo', 'yhm', '账号名', 'apodo', 'alias',
    'username', 'user name', 'userid name', 'login', 'login name', 'loginname', 'screen name', 'screenname', 'handle', 'twitter handle',
    'nickname', 'nick', 'user login', 'account name', 'benutzername', 'nutzername', 'nom utilisateur', 'nom d utilisateur', 'identifiant',
    'usuario', 'nombre de usuario', 'usuário', 'nome de usuário', 'nome utente', 'gebruikersnaam', 'nazwa użytkownika', 'логин',
    'имя пользователя', 'kullanıcı adı', 'användarnamn', 'brukernavn', 'käyttäjätunnus', 'uživatelské jméno', 'اسم المستخدم', '用户名', '账号',
    '昵称', '登录名', 'ユーザー名', '사용자명', '아이디', 'user handle', 'discord', 'instagram', 'github user', 'telegram',
  ],
  amongPeople: [
    'user', 'uname', 'usr', 'account',
  ],
  vetoWords: [...ABOUT_WORDS, 'checking', 'saving', 'savings', 'balance', 'bank', 'ip', 'id', 'agent', 'group', 'count', 'role', 'date', 'time', 'at'],
  mask: text => `${[...text][0] ?? ''}•••`,
});

/** Made from a given name and more: `anna.schmidt82`, `john_d`. */
const isCoined = (text: string): boolean => /^\p{L}{3,}[._-]?[\p{L}\d._-]*$/u.test(text) && /[._\d-]/.test(text) && asGivenName(text.split(/[._\d-]/)[0] ?? '') !== undefined;

/** Whether a known word, or its beginning, is in an account name with at least one more letter. */
const isMadeOf = (account: string, words: ReadonlySet<string>): boolean =>
  [1, 2].map(start => account.slice(start).replace(/[\d._-]+$/, '')).some(rest => rest.length > 3 && [...words].some(word => word.startsWith(rest)));
