import { areSaidOf, listDetector } from '../../../util/listDetector.ts';
import { besidePersons } from '../../../util/personWords.ts';

const EDUCATION: readonly string[] = [
  'education', 'degree', 'qualification', 'schooling', 'edu', 'educ', 'educate', 'educatn', 'educyr', 'education years',
  'years of education', 'education num', 'bildung', 'études', 'estudios',
  'formação', 'istruzione', 'opleiding', '学位', '学歴',
];

/** What schools and universities call what they have given. */
const DEGREE = new RegExp(
  '^(?:some |less than |no )?(?:high[- ]?school|hs[- ]grad|college|bachelor|master(?:s|\'s)?\\b|ph\\.?d|doctora|'
  + 'associate|assoc-|postgrad|undergrad|graduate|secondary|primary|elementary|middle school|some-college|prof-school|'
  + 'university|tertiary|vocational|diploma|basic\\.\\d|1[0-2]th|[5-9]th|abitur|hauptschul|realschul|baccalaur|licen[cz]|'
  + 'bachiller|maestr[íi]a|ensino|laurea|小学|初中|高中|中专|大专|本科|硕士|博士|研究生)', 'i',
);

/** Years at school. */
const YEARS = /^(?:\d|[12]\d)(?:\.\d)?$|^\d{1,2} ?- ?\d{1,2} ?(?:years|yrs?)|^\d{1,2}\+? ?(?:years|yrs)$/i;

export default listDetector({
  id: 'education',
  title: 'education',
  category: 'user.demographic',
  role: 'quasi-identifier',
  most: 'low',
  nameHints: [
    'educacion', 'educación', 'educational qualification', 'edu level', 'educationlevel',
    'education level', 'level of education', 'educational attainment', 'highest degree', 'highest qualification', 'bildungsabschluss',
    'schulabschluss', 'niveau d études', 'nivel educativo', 'nivel de estudios', 'escolaridad', 'escolaridade', 'titolo di studio',
    'opleidingsniveau', 'wykształcenie', 'образование', 'eğitim durumu', '学历', '文化程度', '教育程度', '最終学歴', '학력',
  ],
  amongPeople: EDUCATION,
  beside: besidePersons([...EDUCATION, 'education level', 'escolaridad', 'escolaridade']),
  like: new RegExp(`${DEGREE.source}|${YEARS.source}`, 'i'),
  together: areSaidOf(DEGREE, /^(?:none|other|unknown|ba|bs|ma|md|jd|mba|msc|bsc|\d{1,2}th|1st-4th|5th-6th)$/i, 3),
  tellsItself: true,
  values: 'phd|ph.d.|doctorate|doctor|master|masters|master\'s|master\'s degree|bachelor|bachelors|bachelor\'s|'
    + 'bachelor\'s degree|associate|associate\'s degree|associate degree|high school|high school diploma|'
    + 'high school graduate|some college|college|university|graduate|postgraduate|undergraduate|primary|secondary|'
    + 'tertiary|primary school|secondary school|elementary|elementary school|middle school|none|no schooling|'
    + 'vocational|ged|less than high school|some high school|diploma|ba|bs|bsc|msc|mba|ma|md|jd|hs-grad|some-college|'
    + 'assoc-acdm|assoc-voc|prof-school|preschool|1st-4th|5th-6th|7th-8th|9th|10th|11th|12th|basic|university.degree|'
    + 'professional.course|basic.4y|basic.9y|unknown|abitur|hauptschule|realschule|ausbildung|hochschule|promotion|'
    + 'baccalauréat|licence|bac|bachillerato|licenciatura|maestría|ensino médio|ensino superior|laurea|'
    + 'diploma di maturità|wyższe|średnie|podstawowe|zawodowe|высшее|среднее|小学|初中|高中|中专|大专|本科|硕士|博士|研究生|专科|高校|大学|大学院|'
    + '고졸|대졸|석사|박사|licencjat|magister|high school or less',
});
