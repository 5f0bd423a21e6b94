import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'national-phone',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => (kind === 'integer' || kind === 'digits' || kind === 'text') && bytes >= 6 && bytes <= 32,
  accepts: text => {
    const plain = plainForm(text);
    const { length } = plain.replace(/\D/g, '');
    return WRITTEN.test(plain) && length >= 7 && length <= 15 && !DATE.test(plain);
  },
  chance: 0.1,
  threshold: 0.7,
  nameHints: [
    'phone', 'phone number', 'phone no', 'telephone', 'tel', 'mobile', 'mobile number', 'cell', 'cell phone', 'cellphone', 'msisdn',
    'fax', 'whatsapp', 'contact number', 'contact no', 'telefon', 'handy', 'telefono', 'teléfono', 'móvil', 'movil', 'celular',
    'téléphone', 'portable', 'cellulare', 'telefone', '电话', '手机', '联系方式', 'lxdh', 'sjh', 'sjhm', 'dhhm', 'shouji', 'dianhua',
  ],
  vetoWords: [
    ...ABOUT_WORDS, 'model', 'brand', 'os', 'service', 'plan', 'usage', 'calls', 'minutes', 'price', 'bill', 'make', 'sales', '型号', '品牌',
    '套餐',
  ],
  mask: () => '•••••••',
});

const WRITTEN = /^\+?\(?\d[\d ().\/-]{5,22}(?: ?(?:x|ext\.?|#|转) ?\d{1,6})?$/i;
const DATE = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/;
