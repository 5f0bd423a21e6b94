import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { runsOn, shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'postal-code',
  title: 'postal code',
  category: 'user.contact.address.postal_code',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (_kind, bytes) => bytes >= 3 && bytes <= 12,
  accepts: text => isPostal(text),
  together: haveOneForm,
  company: {
    of: ['street-address', 'postal-address', 'city', 'region', 'country'],
    overrules: ['national-phone', 'licence-plate'],
    likeness: ({ texts, distance, beside }) => {
      if (distance > 3 || !areSpreadCodes(texts) || texts.every(text => text.length === 4) && !beside.some(text => text.length > 3)) return 0;
      const sure = shareOf(texts, text => /^\d{5}$/.test(text) || FORMS.slice(1).some(each => each.test(text)));
      return (1 + shareOf(texts, isPostal) + sure) / 3;
    },
  },
  chance: 0.3,
  threshold: 0.7,
  nameHints: [],
  amongPeople: [
    'yzbm', 'zip code prefix', 'cust zip',
    'zip code', 'zipcode', 'postal code', 'postcode', 'post code', 'postleitzahl', 'codigo postal', 'código postal', 'code postal', '邮政编码',
    '郵便番号', '우편번호', 'zip', 'zip5', 'zip4', 'zp', 'postal', 'plz', 'cp', 'cep', 'cap', 'pin code', 'pincode', 'eircode', 'kod pocztowy',
    'kod', 'индекс', 'почтовый индекс', 'індекс', 'posta kodu', 'postnummer', 'postnr', 'postinumero', 'psč', 'psc', 'irányítószám',
    'irsz', 'cod postal', 'τ κ', 'τκ', 'mã bưu chính', 'kode pos', 'पिन कोड', 'الرمز البريدي', 'کد پستی', 'מיקוד', 'รหัสไปรษณีย์', '邮编',
    '郵遞區號', '邮政',
  ],
  vetoWords: [...ABOUT_WORDS, 'population', 'area', 'file', 'compression', 'size'],
  mask: () => '••••',
});

/** Digits alone or with a dash; then Great Britain, Canada, the Netherlands, Ireland, Malta, Sweden and Czechia. */
const FORMS: readonly RegExp[] = [
  /^\d{4,7}$/, /^\d{5}-\d{4}$/, /^\d{2}-\d{3}$/, /^\d{3}-\d{3,4}$/, /^\d{5}-\d{3,5}$/, /^\d{3} \d{2,3}$/, /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  /^\d{4} ?[A-Z]{2}$/i, /^[A-Z]\d{2} ?[A-Z\d]{4}$/i, /^(?:[A-Z]{1,2}-)\d{4,5}$/, /^\d{4}-\d{3}$/,
];

/** Digits alone are postal codes where there are five or six of them throughout, few are round, and they neither run on nor begin alike but for a region. */
function haveOneForm(texts: readonly string[]): boolean {
  const [form] = FORMS.slice(1).filter(each => texts.filter(text => each.test(text)).length >= texts.length * 0.9);
  if (form) return true;
  const codes = texts.filter(text => /^\d{5,6}$/.test(text));
  const heads = new Set(codes.map(text => text.charAt(0))).size;
  const round = codes.filter(text => text.endsWith('00')).length;
  return codes.length >= Math.max(FEWEST, texts.length * 0.9) && new Set(codes.map(text => text.length)).size === 1
    && heads >= (codes.length < MANY ? 2 : 5) && round < codes.length * 0.2 && !runsOn(codes.map(Number));
}

const [FEWEST, MANY] = [4, 20];

const isPostal = (text: string): boolean => FORMS.some(form => form.test(text));

/** Written as codes are, those of digits alone about equally long; not running on, no years and no sums of money. */
function areSpreadCodes(texts: readonly string[]): boolean {
  const numbers = texts.filter(text => /^\d+$/.test(text));
  const lengths = numbers.map(({ length }) => length);
  const areEven = numbers.length < texts.length || Math.max(...lengths) - Math.min(...lengths) <= 1;
  return areEven && shareOf(texts, isPostal) >= 0.75 && !runsOn(texts.map(Number))
    && shareOf(texts, text => /^(?:19|20)\d\d$/.test(text)) < 1 && shareOf(texts, text => /^\d+000$/.test(text) && text.length !== 5) < 0.2;
}
