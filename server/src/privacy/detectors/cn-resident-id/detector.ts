import { defineDetector } from '../../../core/detector.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'cn-resident-id',
  title: 'Chinese resident identity number',
  country: 'CN',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'text') && bytes >= 18 && bytes <= 64,
  accepts(text) {
    const id = plainForm(text).toUpperCase();
    return WRITTEN.test(id) && REGIONS.has(id.slice(0, 2)) && isDay(id.slice(6, 14)) && checkCharacter(id) === id.charAt(17);
  },
  hasForm: text => WRITTEN.test(plainForm(text).toUpperCase()) && REGIONS.has(text.trim().slice(0, 2)) && isDay(text.trim().slice(6, 14)),
  basis: 'check-digit',
  alone: true,
  chance: 1 / 11,
  threshold: 0.5,
  nameHints: [
    'id card', 'id card no', 'identity card', 'identity no', 'identity number', 'national id', 'resident id', 'citizen id', 'cn id', 'idcard',
    '身份证', '证件号', '公民身份号码', 'sfzh', 'sfz', 'sfzhm', 'zjhm', 'zjh', 'gmsfhm', 'shenfenzheng', 'shenfenzhenghao',
  ],
  vetoWords: ['count', 'is', 'has', 'flag', 'type', 'hash', 'expiry', 'verified', 'status', '类型', '有效期', '数量'],
  mask: text => `${plainForm(text).slice(0, 2)}••••••••••••••••`,
});

const WRITTEN = /^\d{17}[\dX]$/;

/** First two digits of GB/T 2260: provinces, Taiwan (71), Hong Kong (81), Macau (82); 83 is used for residents of Taiwan who live on the mainland. */
const REGIONS = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53',
  '54', '61', '62', '63', '64', '65', '71', '81', '82', '83',
]);

/** A day of the calendar, `YYYYMMDD`, in a year that somebody alive could be born in. */
function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO 7064, MOD 11-2, as GB 11643 uses it: the weight of a place is the power of two of its distance from the end, modulo 11. */
function checkCharacter(id: string): string {
  const remainder = [...id.slice(0, 17)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - remainder) % 11);
}
