import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'eg-national-id',
  title: 'Egyptian national number',
  country: 'EG',
  basis: 'shape',
  length: [14, 14],
  accepts: plain => /^[23]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/.test(plain),
  chance: 0.03,
  nameHints: ['national id', 'egyptian id', 'الرقم القومي', 'رقم قومي', '埃及国民号'],
});
