import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'vn-cccd',
  title: 'Vietnamese citizen number (CCCD)',
  country: 'VN',
  basis: 'name',
  length: [9, 12],
  accepts: plain => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$|^\d{9}$/.test(plain),
  chance: 0.1,
  nameHints: ['cccd', 'cmnd', 'căn cước', 'can cuoc', 'căn cước công dân', 'số cccd', 'chứng minh nhân dân', '越南公民身份号'],
});
