import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'marital-status',
  title: 'marital status',
  category: 'user.demographic.marital_status',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: [
    'marital', 'marital status', 'married', 'civil status', 'familienstand', 'etat civil', 'estado civil', 'stato civile', '婚姻', '婚否',
    'hyzk',
  ],
  vetoWords: [...ABOUT_WORDS, 'date', 'years'],
  mask: text => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••'),
});

/** In lower case. */
const VALUES = new Set(
  ('married|single|divorced|widowed|separated|never-married|married-civ-spouse|married-spouse-absent|married-af-spouse|'
    + 'cohabiting|unmarried|engaged|partnered|unknown|other|ledig|verheiratet|geschieden|verwitwet|marié|célibataire|divorcé|'
    + 'casado|soltero|divorciado|viudo|已婚|未婚|离异|离婚|丧偶|never married|domestic partner|civil partnership|in a relationship').split('|'),
);
