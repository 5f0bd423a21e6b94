import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'cn-landline',
  title: 'Chinese landline number',
  country: 'CN',
  category: 'user.contact.phone_number',
  basis: 'shape',
  most: 'medium',
  length: [11, 21],
  accepts: plain =>
    /^(?:\(?(?:\+?86[- ]?)?0?(?:10|2[0-57-9]|[3-9]\d{2})\)?[- ])[2-8]\d{6,7}(?:[-转 ]\d{1,6})?$/.test(plain) && /^\(?(?:0|\+?86)/.test(plain),
  chance: 0.02,
  nameHints: ['phone', 'telephone', 'tel', '电话', '固话', '座机', '固定电话', '办公电话', '联系电话', '联系方式', 'lxdh', 'dhhm', 'gddh'],
  vetoWords: ['model', 'brand', '型号'],
});
