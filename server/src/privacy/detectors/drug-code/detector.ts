import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'drug-code',
  title: 'code of a medicine',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  among: 'people',
  length: [5, 22],
  accepts: plain =>
    /^(?:\d{4}-\d{4}-\d{2}|\d{5}-(?:\d{3}-\d{2}|\d{4}-\d{1,2})|\d{5}-\d{3,4}|\d{10,11}|[ABCDGHJLMNPRSV](?:0[1-9]|1\d|20)[A-Z]{2}\d{2}|\d{3,7}|PZN-?\d{7,8}|国药准字[HZSBJ]\d{8})$/.test(plain),
  chance: 0.1,
  nameHints: [
    'ndc', 'ndc code', 'national drug code', 'rxnorm', 'rxcui', 'atc', 'atc code', 'drug code', 'medication code', 'prescription code',
    'pzn', 'gpi code', '药品代码', '药品编码', '国药准字', '药品本位码',
  ],
});
