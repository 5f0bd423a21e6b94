import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'cn-address',
  title: 'Chinese address',
  category: 'user.contact.address.street',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 12 && bytes <= 240,
  accepts: text => PARTS.filter(part => part.test(text)).length >= 2 && FINE.test(text) && !/[。！？；]/.test(text),
  chance: 0.01,
  threshold: 0.7,
  nameHints: ['address', '地址', '住址', '住所', '户籍', '收货地址', 'dz', 'dizhi', 'jtzz', 'hjdz', 'lxdz', 'zhuzhi'],
  vetoWords: [...ABOUT_WORDS, 'email', 'ip', 'mac', '邮箱', '网址', '公司'],
  mask: text => `${text.slice(0, 2)}•••`,
});

/** Province, city, district, road: two of them at least. */
const PARTS = [
  /^(?:北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)/,
  /\p{Script=Han}{2,7}(?:市|自治州|盟)/u, /\p{Script=Han}{1,7}(?:区|县|旗)/u, /\p{Script=Han}{1,8}(?:路|街道|街|大道|巷|胡同|镇|乡|村)/u,
];
/** What a district alone does not have: a number of a house, a block, a room. */
const FINE = /[\d一二三四五六七八九十]+ ?(?:号|栋|幢|座|单元|室|弄|组|楼|层|户)/u;
