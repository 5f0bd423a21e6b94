import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'genotype',
  title: 'genotype',
  category: 'user.health_and_medical.genetic',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 32,
  accepts: text => /^(?:[ACGTDI-]{2}|[ACGT]+[/|][ACGT]+|[.\d][/|][.\d](?::\S*)?|\*\d+[A-Z]?\/\*\d+[A-Z]?|[eE][234]\/?[eE]?[234])$/.test(text),
  chance: 0.05,
  threshold: 0.7,
  nameHints: ['genotype', 'gt', 'allele', 'alleles', 'apoe', 'diplotype', 'hla', 'snp', 'variant', 'mutation', '基因型', '等位基因'],
  vetoWords: [...ABOUT_WORDS, 'frequency', 'freq'],
  vetoNeighbours: ['species', 'plant', 'mouse', 'yeast', 'breed', '物种'],
  mask: () => '••',
});
