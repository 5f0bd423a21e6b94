import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'mx-rfc',
  title: 'Mexican taxpayer code (RFC)',
  country: 'MX',
  basis: 'shape',
  length: [13, 15],
  accepts: plain => /^[A-ZÑ&]{4}[ -]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?[A-Z\d]{2}[\dA]$/.test(plain),
  chance: 0.01,
  nameHints: ['rfc', 'registro federal de contribuyentes', '墨西哥税务登记号'],
});
