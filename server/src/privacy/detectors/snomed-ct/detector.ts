import { passesVerhoeff } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'snomed-ct',
  title: 'clinical term (SNOMED CT)',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  length: [6, 18],
  accepts: plain => /^[1-9]\d{5,17}$/.test(plain) && /^[01][0-3]$/.test(plain.slice(-3, -1)) && passesVerhoeff(plain),
  chance: 0.01,
  threshold: 0.6,
  nameHints: ['snomed', 'snomed ct', 'snomed code', 'sctid', 'snomedct', 'concept id', 'conceptid', '临床术语代码'],
});
