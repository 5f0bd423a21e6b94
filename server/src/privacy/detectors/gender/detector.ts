import { ANIMALS, listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'gender',
  title: 'gender',
  category: 'user.demographic.gender',
  role: 'quasi-identifier',
  vetoNeighbours: ANIMALS,
  nameHints: ['gender', 'sex', 'geschlecht', 'sexe', 'sexo', 'sesso', 'genre', 'genero', 'género', '性别', 'xb', 'xingbie'],
  vetoWords: ['ratio'],
  values: 'male|female|m|f|man|woman|men|women|boy|girl|other|unknown|non-binary|nonbinary|diverse|0|1|2|9|homme|femme|hombre|'
    + 'mujer|masculino|femenino|feminino|h|maschio|femmina|uomo|donna|männlich|weiblich|mann|frau|d|w|x|男|女|男性|女性|未知|不详|其他|'
    + 'prefer not to say|not specified',
});
