import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'user.demographic.sexual_orientation',
  role: 'sensitive',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: ['sexual orientation', 'orientation', 'sexuality', '性取向'],
  vetoWords: [...ABOUT_WORDS],
  mask: text => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••'),
});

/** In lower case. */
const VALUES = new Set(
  ('heterosexual|homosexual|bisexual|straight|gay|lesbian|asexual|pansexual|queer|other|unknown|异性恋|同性恋|双性恋|'
    + 'prefer not to say').split('|'),
);
