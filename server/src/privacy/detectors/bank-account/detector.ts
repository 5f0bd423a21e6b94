import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'bank-account',
  title: 'bank account number',
  category: 'user.financial.bank_account',
  role: 'direct-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 6 && bytes <= 28,
  accepts: text => /^\d[\d -]{4,24}\d$/.test(plainForm(text)) && plainForm(text).replace(/\D/g, '').length >= 6,
  chance: 0.1,
  threshold: 0.8,
  nameHints: [
    '银行卡号', '口座番号', '계좌번호', 'conta bancaria', 'conta bancária', 'cuenta bancaria', 'compte bancaire', 'номер счета', 'bankrekening',
    'rekeningnummer', 'numer konta',
    'bank account', 'bank account number', 'bank account no', 'bank acct', 'account number', 'acct number', 'account no', 'acct no',
    'kontonummer', 'numero cuenta', 'numero compte', '银行账号', '银行账户', '开户账号', 'yhzh',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••',
});
