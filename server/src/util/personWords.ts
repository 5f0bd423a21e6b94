/**
 * Names of columns that say that every row is a person, though none tells who: surveys and records of treatment ask for them. What stands beside them
 * under the name of an age, a race or an occupation is somebody's.
 */
const PERSON_WORDS: readonly string[] = [
  'age', 'sex', 'gender', 'race', 'ethnicity', 'nationality', 'native country', 'citizen', 'citizenship', 'immigrant',
  'marital', 'marital status', 'married', 'maried', 'single parent', 'husband', 'wife', 'spouse', 'mother', 'father', 'children', 'kids',
  'nkids', 'family size',
  'household size', 'hhsize', 'dependents', 'education', 'educ', 'education level', 'gpa', 'exper', 'experience', 'years experience',
  'occupation', 'job', 'job title', 'profession', 'workclass', 'employment', 'employment type', 'hours per week', 'tenure', 'salary',
  'wage', 'wages', 'lwage', 'income',
  'annual income', 'earnings', 'personal loan', 'smoker', 'smoking', 'smoke', 'alcohol', 'bmi', 'pregnancies', 'pregnant', 'npreg',
  'parity', 'blood pressure', 'cholesterol',
  'glucose', 'glu', 'diabetes', 'hypertension', 'heart rate', 'heart disease', 'diagnosis', 'symptom', 'illness', 'medication', 'doctor',
  'doctor visits', 'docvis', 'hospvis', 'surgery', 'karno', 'ecog', 'ph ecog', 'patient', 'patient id', 'respondent', 'person', 'person id',
  'employee', 'employee id', 'student', 'student id', 'customer', 'customer id', 'member id', 'user id', 'applicant', 'participant',
  'participant id', 'inmate', 'passenger',
  'passenger id', 'pclass', 'player', 'candidate', 'voter', 'religion', 'religious', 'disability', 'survived', 'attrition', 'churn',
  'first name', 'last name', 'surname',
  '年龄', '性别', '民族', '婚姻', '学历', '职业', '收入', '月薪', '患者', '病人', '学生', '员工', '客户',
  'alter', 'geschlecht', 'familienstand', 'beruf', 'einkommen', 'edad', 'sexo', 'estado civil', 'ocupación', 'ocupacion', 'idade',
  'escolaridade', 'escolaridad', 'sexe', 'âge',
  'sesso', 'età', 'возраст', 'пол', 'płeć', 'wiek', 'cinsiyet', 'yaş', 'leeftijd', 'geslacht', '年齢', '性別', '성별', '나이',
];

/** Words of other columns that make a column with one of `own` names somebody's. */
export const besidePersons = (own: readonly string[]): readonly string[] => PERSON_WORDS.filter(word => !own.includes(word));
