import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-npi',
  title: 'number of a health care provider in the United States (NPI)',
  country: 'US',
  category: 'user.unique_id',
  length: [10, 10],
  accepts: plain => /^[12]\d{9}$/.test(plain) && passesLuhn(`80840${plain}`),
  chance: 0.1,
  threshold: 0.7,
  nameHints: ['npi', 'npi number', 'provider npi', 'national provider identifier', 'physician id', '美国医疗服务提供者号'],
});
