import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'user.demographic.political_opinion',
  role: 'sensitive',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: [
    'political', 'political party', 'political affiliation', 'political view', 'party affiliation', 'party registration', 'voted for',
    'ideology', '政治面貌', '党派', 'zzmm',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: text => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••'),
});

/** In lower case. */
const VALUES = new Set(
  ('democrat|democratic|republican|independent|libertarian|green|labour|conservative|liberal|progressive|socialist|'
    + 'communist|moderate|left|right|centre|center|cdu|spd|afd|fdp|grüne|linke|none|other|中共党员|中共预备党员|共青团员|群众|民主党派|无党派人士|党员|'
    + '团员|no party|liberal democrat').split('|'),
);
