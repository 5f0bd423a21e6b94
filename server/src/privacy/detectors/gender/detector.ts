import { ANIMALS, listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'gender',
  title: 'gender',
  category: 'user.demographic.gender',
  role: 'quasi-identifier',
  vetoNeighbours: ANIMALS,
  nameHints: ['gender', 'sex', 'geschlecht', 'sexe', 'sexo', 'sesso', 'genre', 'genero', 'género', '性别', 'xb', 'xingbie', 'sx', 'gndr',
    'geslacht', 'płeć', 'plec', 'пол', 'стать', 'cinsiyet', 'kön', 'køn', 'kjønn', 'sukupuoli', 'pohlaví', 'pohlavi', 'nem', 'sex m f', 'φύλο',
    'φυλο', 'giới tính', 'jenis kelamin', 'लिंग',
    'الجنس', 'جنس', 'جنسیت', 'מין', 'เพศ', '性別', '성별'],
  vetoWords: ['ratio'],
  tellsItself: true,
  company: {
    of: ['person-name', 'given-name', 'family-name', 'named-person', 'birth-date', 'age'],
    likeness: ({ texts }) => Number(texts.length === 2 && LETTERS.has([...texts].map(text => text.toUpperCase()).sort().join(''))),
  },
  values: 'male|female|m|f|l|p|man|woman|men|women|boy|girl|other|unknown|non-binary|nonbinary|diverse|0|1|2|9|homme|femme|hombre|'
    + 'mujer|masculino|femenino|feminino|h|maschio|femmina|uomo|donna|männlich|weiblich|mann|frau|d|w|x|男|女|男性|女性|未知|不详|其他|'
    + 'prefer not to say|not specified|муж|жен|муж.|жен.|мужской|женский|м|ж|чол|жін|kobieta|mężczyzna|k|vrouw|v|nő|férfi|'
    + 'mand|kvinde|kvinna|mies|nainen|erkek|kadın|laki-laki|perempuan|nam|nữ|'
    + '남|여|남자|여자|남성|여성|男子|女子|ذكر|أنثى|انثى|זכר|נקבה|مرد|زن|पुरुष|महिला|ชาย|หญิง|άνδρας|γυναίκα',
  together: texts => {
    const given = new Set(texts.map(text => text.toLowerCase()));
    return texts.length <= FEW && PAIRS.some(pair => pair.every(word => given.has(word)) && (pair[0].length > 1 || given.size <= 2 + STRAYS));
  },
});

/** Different answers to the question, wrong ones among them; single letters say something only where there are hardly others. */
const [FEW, STRAYS] = [8, 1];

/** Words that come together only where there are two sexes. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['m', 'f'], ['male', 'female'], ['males', 'females'], ['men', 'women'], ['boy', 'girl'], ['boys', 'girls'], ['man', 'woman'],
  ['m', 'w'], ['männlich', 'weiblich'], ['homme', 'femme'], ['h', 'f'], ['hombre',
  'mujer'], ['masculino', 'femenino',
  ],
  ['masculino', 'feminino'], ['maschio', 'femmina'], ['man', 'vrouw'], ['m', 'v'], ['k', 'm'], ['kobieta', 'mężczyzna'], ['муж', 'жен'], ['мужской',
  'женский'], ['м', 'ж',
  ],
  ['男', '女'], ['男性', '女性'], ['남', '여'], ['남자', '여자'], ['남성', '여성'], ['ذكر', 'أنثى'], ['זכר', 'נקבה'], ['مرد', 'زن'], ['erkek', 'kadın'], ['पुरुष', 'महिला'],
];

/** First letters of the words for both in Spanish, Indonesian and a few more; beside names they are hardly anything else. */
const LETTERS: ReadonlySet<string> = new Set(['HM', 'LP', 'FH', 'EK', 'DU', 'BG', 'KN', 'ЖМ', 'ЖЧ']);
