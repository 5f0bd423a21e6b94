import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'user-agent',
  title: 'browser or app of a person (user agent)',
  category: 'user.device',
  role: 'quasi-identifier',
  basis: 'shape',
  most: 'low',
  length: [20, 1000],
  accepts: plain => /^(?:MOZILLA|OPERA|DALVIK|OKHTTP|CFNETWORK|[A-Z]+)\/\d+(?:\.\d+)* \(.{3,400}\)/.test(plain),
  chance: 0.001,
  nameHints: ['user agent', 'useragent', 'ua', 'browser', 'http user agent', '用户代理'],
});
