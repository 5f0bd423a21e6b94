import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'cn-plate',
  title: 'Chinese licence plate',
  country: 'CN',
  category: 'user.government_id.vehicle_registration',
  role: 'quasi-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 9 && bytes <= 16,
  accepts: text => /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• -]?(?:[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳]|[DF][A-HJ-NP-Z\d]\d{4}|\d{5}[DF])$/.test(plainForm(text).toUpperCase()),
  chance: 0.0001,
  threshold: 0.8,
  nameHints: ['plate', 'license plate', 'licence plate', 'plate number', 'plate no', '车牌', '车牌号', 'cph', 'cphm', 'chepai'],
  vetoWords: [...ABOUT_WORDS],
  mask: text => `${plainForm(text).slice(0, 1)}••••••`,
});
