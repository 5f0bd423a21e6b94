import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'cn-resident-id-15',
  title: 'old Chinese resident identity number (15 digits)',
  country: 'CN',
  basis: 'shape',
  length: [15, 15],
  accepts: plain =>
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:0[1-9]|[1-6]\d|90)(?:0[1-9]|[1-9]\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(plain),
  chance: 0.025,
  nameHints: ['id card', 'id card no', 'identity card', 'idcard', '身份证', '证件号', 'sfzh', 'sfz', 'zjhm'],
});
