import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'my-nric',
  title: 'Malaysian identity card number (NRIC)',
  country: 'MY',
  basis: 'shape',
  length: [14, 14],
  accepts: plain => /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|[1-5]\d|6[0-8]|7[14-9]|8[2-9]|9[0-389])-\d{4}$/.test(plain),
  chance: 0.05,
  nameHints: [
    'nric', 'mykad', 'ic', 'ic number', 'ic no', 'no kp', 'kad pengenalan', 'nombor kad pengenalan', 'no kad pengenalan', '马来西亚身份证号',
  ],
});
