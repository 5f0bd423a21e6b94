import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { besidePersons } from '../../../util/personWords.ts';

const PAY: readonly string[] = [
  'income', 'wage', 'wages', 'pay', 'earnings', 'compensation', 'base pay', 'total pay', 'remuneration', 'lohn', 'renda', 'lwage',
  'faminc', 'family income', 'yearly compensation',
];

export default defineDetector({
  id: 'income',
  title: 'income of a person',
  category: 'user.financial',
  role: 'sensitive',
  basis: 'name',
  most: 'low',
  mayBe: (_kind, bytes) => bytes >= 1 && bytes <= 32,
  accepts: text => /^[^\p{L}\d]{0,3}\p{L}{0,3}[^\p{L}\d]{0,2}\d[\d.,' ]*(?: ?[kK]| ?[\p{L}€$£¥]{1,3})?$|^[<>]?=?\$?\d+[kK]? ?(?:-|to) ?\$?\d+[kK]?$|^[<>]=?\s?\d+[kK]$/u.test(text),
  chance: 0.3,
  threshold: 0.7,
  nameHints: [
    'hourly rate', 'annual inc', 'monthly inc', 'gross pay', 'net pay',
    'salary', 'annual salary', 'base salary', 'monthly salary', 'salary usd', 'salary in usd', 'gross salary', 'net salary',
    'employee salary', 'wage rate', 'hourly wage', 'monthly income', 'annual income', 'yearly income', 'personal income',
    'household income', 'applicantincome', 'applicant income', 'gehalt', 'jahresgehalt', 'einkommen', 'salaire', 'revenu annuel',
    'salario', 'sueldo', 'ingresos', 'salário', 'stipendio', 'reddito', 'salaris', 'inkomen', 'wynagrodzenie', 'pensja', 'зарплата',
    'оклад', 'доход', 'maaş', '工资', '薪资', '月薪', '年薪', '收入', '月收入', '年収', '給与', '연봉', '급여',
  ],
  amongPeople: PAY,
  beside: besidePersons([...PAY, 'salary', 'annual income', 'einkommen', '收入', '月薪']),
  vetoWords: [
    ...ABOUT_WORDS, 'median', 'per', 'capita', 'tax', 'group', 'grade', 'currency', 'date', 'frequency', 'gdp', 'national', 'net',
    'operating', 'interest', 'dividend',
  ],
  mask: () => '••••',
});
