import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'lk-nic',
  title: 'Sri Lankan identity card number (NIC)',
  country: 'LK',
  basis: 'shape',
  length: [10, 10],
  accepts: plain => /^\d{2}(?:[05](?:0[1-9]|[1-9]\d)|[1267]\d{2}|[38](?:[0-5]\d|6[0-6]))\d{4}[VX]$/.test(plain),
  chance: 0.75,
  threshold: 0.9,
  nameHints: ['nic', 'nic no', 'nic number', 'national identity card', '斯里兰卡身份证号'],
});
