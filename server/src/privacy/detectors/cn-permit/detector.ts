import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'cn-permit',
  title: 'Chinese travel or residence permit number',
  country: 'CN',
  category: 'user.government_id.passport_number',
  basis: 'name',
  length: [8, 18],
  accepts: plain => FORMS.some(form => form.test(plain)),
  chance: 0.05,
  nameHints: [
    '通行证', '回乡证', '台胞证', '港澳台', '来往内地', '永久居留', '居留许可', '居留证', '外国人永久居留', '护照', '证件号码', 'hvps', 'txz', 'home return permit',
    'mainland travel permit', 'permanent residence card', 'travel permit',
  ],
});

const FORMS = [/^[HM]\d{8}(?:\d{2})?$/, /^\d{8}$/, /^[CW][A-Z\d]\d{7}$/, /^[LT]\d{8}$/, /^[EGDPS][A-Z\d]\d{7}$/, /^[A-Z]{3}\d{12}$/, /^9\d{16}[\dX]$/];
