import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'us-phone',
  title: 'telephone number',
  category: 'user.contact.phone_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 10 && bytes <= 24,
  accepts: text => WRITTEN.test(plainForm(text)),
  chance: 0.05,
  threshold: 0.8,
  nameHints: [
    'phone', 'phone number', 'phone no', 'telephone', 'tel', 'mobile', 'mobile number', 'cell', 'cell phone', 'cellphone', 'msisdn',
    'fax', 'whatsapp', 'contact number', 'contact no', 'telefon', 'handy', 'telefono', 'teléfono', 'móvil', 'movil', 'celular',
    'téléphone', 'portable', 'cellulare', 'telefone', '电话', '手机', '联系方式', 'lxdh', 'sjh', 'sjhm', 'dhhm', 'shouji', 'dianhua',
  ],
  vetoWords: [
    ...ABOUT_WORDS, 'model', 'brand', 'os', 'service', 'plan', 'usage', 'calls', 'minutes', 'price', 'bill', 'make', 'sales', '型号', '品牌',
    '套餐',
  ],
  mask: () => '(•••) •••-••••',
});

/** Area and exchange begin with 2 to 9 and do not end in 11; something stands between the groups, since ten digits alone are any number. */
const WRITTEN = /^(?:1[ .-])?(?:\((?!\d11)[2-9]\d{2}\) ?|(?!\d11)[2-9]\d{2}([ .-]))(?!\d11)[2-9]\d{2}[ .-]\d{4}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i;
