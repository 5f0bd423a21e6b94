import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-ein',
  title: 'employer number of the United States (EIN)',
  country: 'US',
  category: 'user.unique_id',
  basis: 'name',
  most: 'low',
  length: [9, 10],
  accepts: plain => /^(?:0[1-6]|1[0-6]|2[0-7]|3[0-9]|4[0-8]|5[0-9]|6[0-8]|7[1-7]|8[0-8]|9[0-589])-?\d{7}$/.test(plain),
  chance: 0.1,
  nameHints: ['ein', 'employer id', 'employer identification number', 'fein', 'federal tax id', 'tax id', '美国雇主号'],
});
