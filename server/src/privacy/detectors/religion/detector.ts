import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'religion',
  title: 'religion',
  category: 'user.demographic.religious_belief',
  role: 'sensitive',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: [
    'religion', 'religious', 'belief', 'faith', 'religious belief', 'konfession', 'religión', 'religione', '宗教', '信仰', 'zjxy', 'zongjiao',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: text => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••'),
});

/** In lower case. */
const VALUES = new Set(
  ('christian|christianity|catholic|protestant|orthodox|anglican|baptist|methodist|lutheran|evangelical|mormon|muslim|'
    + 'islam|islamic|sunni|shia|jewish|judaism|hindu|hinduism|buddhist|buddhism|sikh|sikhism|jain|jainism|taoist|taoism|'
    + 'atheist|atheism|agnostic|none|other|unknown|bahai|pagan|evangelisch|katholisch|römisch-katholisch|konfessionslos|佛教|道教|'
    + '基督教|天主教|伊斯兰教|无宗教信仰|无|roman catholic|no religion').split('|'),
);
