import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'kr-rrn',
  title: 'Korean resident number (RRN)',
  country: 'KR',
  basis: 'shape',
  length: [13, 13],
  accepts: plain => /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}$/.test(plain),
  chance: 0.01,
  nameHints: ['rrn', 'resident registration number', 'jumin', '주민등록번호', '주민번호'],
  mask: () => '••••••-•••••••',
});
