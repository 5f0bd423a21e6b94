import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'blood-type',
  title: 'blood type',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: ['blood', 'blood type', 'blood group', 'bloodtype', 'blutgruppe', 'groupe sanguin', '血型', 'xx'],
  vetoWords: [...ABOUT_WORDS, 'pressure', 'sugar', 'glucose', 'cell'],
  mask: () => '•••',
});

/** In lower case. */
const VALUES = new Set(
  ('a|b|ab|o|a+|a-|b+|b-|ab+|ab-|o+|o-|0+|0-|0|a型|b型|ab型|o型|a positive|o positive|a rh+|o rh+').split('|'),
);
