import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'cn-wechat',
  title: 'WeChat or QQ number',
  category: 'user.social',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 5 && bytes <= 32,
  accepts: text => /^(?:[1-9]\d{4,10}|[a-z][\w-]{5,19})$/i.test(text),
  chance: 0.1,
  threshold: 0.7,
  nameHints: [
    'qqh', 'wechat', 'we chat',
    'wechat', 'wechat id', 'weixin', 'qq', 'qq number', '微信', '微信号', 'qq号', 'wxh', 'weixinhao'],
  vetoWords: [...ABOUT_WORDS, '支付', 'pay', '金额'],
  mask: () => '••••••',
});
