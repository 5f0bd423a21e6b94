import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'dna-sequence',
  title: 'genetic sequence of a person',
  category: 'user.health_and_medical.genetic',
  role: 'sensitive',
  basis: 'shape',
  most: 'medium',
  among: 'people',
  length: [20, 100000],
  accepts: plain => /^[ACGTUNRYSWKM-]{20,}$/.test(plain.slice(0, 2000)) && (plain.match(/[ACGT]/g)?.length ?? 0) >= plain.length * 0.8,
  chance: 0.0001,
  nameHints: ['sequence', 'dna', 'rna', 'read', 'seq', 'haplotype', '序列', '基因序列'],
});
