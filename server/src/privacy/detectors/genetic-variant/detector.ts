import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'genetic-variant',
  title: 'genetic variant of a person',
  category: 'user.health_and_medical.genetic',
  role: 'sensitive',
  basis: 'shape',
  most: 'medium',
  among: 'people',
  length: [3, 64],
  accepts: plain =>
    /^(?:RS\d{3,10}|(?:NC|NM|NP|NG|ENST)_?\d{4,12}(?:\.\d{1,2})?:[CGMNP]\.\S{3,40}|(?:CHR)?(?:[1-9]|1\d|2[0-2]|X|Y|MT?)[:-]\d{4,9}[:-][ACGT]+[:>-][ACGT]+)$/.test(plain),
  chance: 0.0001,
  nameHints: ['rsid', 'rs id', 'snp', 'variant', 'variant id', 'dbsnp', 'hgvs', 'mutation', '变异', '突变'],
});
