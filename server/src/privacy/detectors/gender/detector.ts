import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'gender',
  title: 'gender',
  category: 'user.demographic.gender',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  vetoNeighbours: ['species', 'animal', 'breed', 'pet', 'dog', 'cat', 'bird', 'insect', 'larvae', 'abalone', 'flipper', '物种', '宠物'],
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
  accepts: text => VALUES.has(text.toLowerCase()),
  chance: 0.05,
  threshold: 0.5,
  nameHints: ['gender', 'sex', 'geschlecht', 'sexe', 'sexo', 'sesso', 'genre', 'genero', 'género', '性别', 'xb', 'xingbie'],
  vetoWords: [...ABOUT_WORDS, 'ratio'],
  mask: text => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••'),
});

/** In lower case. */
const VALUES = new Set(
  ('male|female|m|f|man|woman|men|women|boy|girl|other|unknown|non-binary|nonbinary|diverse|0|1|2|9|homme|femme|hombre|'
    + 'mujer|masculino|femenino|feminino|h|maschio|femmina|uomo|donna|männlich|weiblich|mann|frau|d|w|x|男|女|男性|女性|未知|不详|其他|'
    + 'prefer not to say|not specified').split('|'),
);
