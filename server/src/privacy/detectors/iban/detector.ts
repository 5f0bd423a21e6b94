import { defineDetector } from '../../../core/detector.ts';
import { remainderBy97 } from '../../../util/checkDigits.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'iban',
  title: 'bank account number (IBAN)',
  category: 'user.financial.bank_account',
  role: 'direct-identifier',
  basis: 'check-digit',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 15 && bytes <= 48,
  accepts: text => {
    const account = plainForm(text).replace(/ /g, '').toUpperCase();
    return WRITTEN.test(account) && account.length === LENGTHS.get(account.slice(0, 2)) && remainderBy97(account.slice(4) + account.slice(0, 4)) === 1;
  },
  chance: 0.01,
  threshold: 0.5,
  nameHints: [
    'iban', 'bank account', 'account number', 'account no', 'konto', 'kontonummer', 'compte', 'cuenta', 'conto', 'rekening', '银行账号', '账号',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: text => `${plainForm(text).slice(0, 2)}••••••••`,
});

const WRITTEN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/;

/** How long the account numbers of each country are, from the registry of ISO 13616. */
const LENGTHS = new Map(
  ('AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 '
    + 'HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 '
    + 'RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20')
    .split(' ').map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
);
