import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'id-nik',
  title: 'Indonesian identity number (NIK)',
  country: 'ID',
  basis: 'shape',
  length: [16, 16],
  accepts: plain =>
    /^(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-9])\d{2}\d{2}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/.test(plain),
  chance: 0.08,
  nameHints: ['nik', 'nomor induk kependudukan', 'ktp', 'no ktp', 'nomor ktp', '印度尼西亚身份号'],
});
