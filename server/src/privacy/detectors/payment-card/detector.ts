import { defineDetector } from '../../../core/detector.ts';
import { passesLuhn } from '../../../util/checkDigits.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'payment-card',
  title: 'payment card number',
  category: 'user.financial.credit_card',
  role: 'direct-identifier',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'text') && bytes >= 12 && bytes <= 64,
  accepts(text) {
    const digits = digitsOf(text);
    return digits !== undefined && isIssued(digits) && passesLuhn(digits);
  },
  hasForm: text => isIssued(digitsOf(text) ?? ''),
  basis: 'check-digit',
  alone: true,
  chance: 0.1,
  threshold: 0.5,
  nameHints: [
    'card num', 'tarjeta credito', 'tarjeta', 'kreditkarte', 'kreditkartennummer', 'carte bancaire', 'carte bleue', 'numero carte',
    'cartao credito', 'cartão de crédito', 'kartennummer', 'クレジットカード', 'クレジットカード番号', '카드번호', 'номер карты',
    'card', 'card number', 'card no', 'card num', 'cc', 'cc number', 'cc num', 'credit card', 'debit card', 'payment card', 'bank card', 'pan', 'ccn',
    '银行卡', '信用卡', '借记卡', '卡号', 'yhkh', 'yhk', 'xykh', 'yinhangka', 'kahao',
  ],
  vetoWords: ['count', 'is', 'has', 'flag', 'type', 'brand', 'last4', 'expiry', 'cvv', 'cvc', 'token', 'hash', 'timestamp', '类型', '数量', '有效期'],
  mask: text => `•••• ${plainForm(text).slice(-4)}`,
});

/** Digits alone, in groups of two or more with one kind of separator at most. */
const WRITTEN = /^\d{2,19}(?:([ -])\d{2,}(?:\1\d{2,})*)?$/;

function digitsOf(text: string): string | undefined {
  const plain = plainForm(text);
  return WRITTEN.test(plain) ? plain.replace(/[ -]/g, '') : undefined;
}

/**
 * Issuer ranges by their leading digits (ISO/IEC 7812), with the lengths the networks issue. No network issues numbers that begin with 1, so
 * timestamps in milliseconds, one in ten of which passes the check digit, are no cards.
 */
const ISSUERS: readonly { readonly from: number; readonly to: number; readonly lengths: readonly number[] }[] = [
  { from: 4, to: 4, lengths: [13, 16, 19] },
  { from: 51, to: 55, lengths: [16] },
  { from: 2221, to: 2720, lengths: [16] },
  { from: 34, to: 34, lengths: [15] },
  { from: 37, to: 37, lengths: [15] },
  { from: 6011, to: 6011, lengths: [16, 17, 18, 19] },
  { from: 644, to: 659, lengths: [16, 17, 18, 19] },
  { from: 62, to: 62, lengths: [16, 17, 18, 19] },
  { from: 3528, to: 3589, lengths: [16, 17, 18, 19] },
  { from: 300, to: 305, lengths: [14] },
  { from: 36, to: 36, lengths: [14, 15, 16, 17, 18, 19] },
  { from: 38, to: 39, lengths: [14, 15, 16, 17, 18, 19] },
  { from: 2200, to: 2204, lengths: [16, 17, 18, 19] },
  { from: 5018, to: 5018, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 5020, to: 5020, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 5038, to: 5038, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 6304, to: 6304, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { from: 6759, to: 6763, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
];

function isIssued(digits: string): boolean {
  return ISSUERS.some(({ from, to, lengths }) => {
    const prefix = Number(digits.slice(0, String(from).length));
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
}
