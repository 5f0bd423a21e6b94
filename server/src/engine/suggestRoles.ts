import type { Column } from '../core/column.ts';
import type { Detector } from '../core/detector.ts';
import { isNamed } from '../util/columnWords.ts';

/** What a column is to somebody who looks for a person, as far as annotations and detectors say. */
export interface SuggestedRoles {
  readonly quasiIdentifiers: readonly Column[];
  readonly sensitive: readonly Column[];
  /** Columns that name a person by themselves. */
  readonly direct: readonly Column[];
}

/**
 * Roles of columns: annotated ones as they are annotated, the others as what they most likely hold, if only by their names, because a suggestion is for
 * somebody to judge. Columns that name a person by themselves are no quasi-identifiers.
 */
export function suggestRoles(columns: readonly Column[], detectors: readonly Detector[]): SuggestedRoles {
  const of = (role: string): readonly Column[] => columns.filter(column => roleOf(column, detectors) === role);
  return { quasiIdentifiers: of('quasi-identifier'), sensitive: of('sensitive'), direct: of('direct-identifier') };
}

function roleOf({ name, field, evidence }: Column, detectors: readonly Detector[]): string | undefined {
  if (field?.privacy) return field.privacy.notPersonal ? undefined : field.privacy.role;
  if (evidence[0]) return evidence[0].detector.role;
  const named = detectors.find(({ nameHints, vetoWords }) => isNamed(name, nameHints) && !isNamed(name, vetoWords));
  if (named) return named.role;
  return isNamed(name, OFTEN_KNOWN) ? 'quasi-identifier' : isNamed(name, OFTEN_SECRET) ? 'sensitive' : undefined;
}

/** What neighbours and registers know of a person, by the names columns have for it: too common a word to accuse a column by, common enough to ask. */
const OFTEN_KNOWN: readonly string[] = [
  'age', 'sex', 'gender', 'birth', 'birthday', 'birthdate', 'dob', 'yob', 'zip', 'zipcode', 'postcode', 'postal code', 'city', 'town', 'county', 'district', 'region', 'province',
  'state', 'race', 'ethnicity', 'nationality', 'marital', 'marital status', 'education', 'occupation', 'job', 'profession', 'native country', 'household size',
  '年龄', '性别', '出生', '邮编', '邮政编码', '城市', '区县', '省份', '地区', '民族', '国籍', '婚姻', '婚姻状况', '学历', '文化程度', '职业', '籍贯',
];

/** What people rather keep to themselves. */
const OFTEN_SECRET: readonly string[] = [
  'diagnosis', 'disease', 'condition', 'medication', 'treatment', 'salary', 'income', 'wage', 'religion', 'party', 'sexual orientation', 'criminal record',
  '诊断', '疾病', '病种', '用药', '治疗', '工资', '收入', '薪资', '宗教', '政治面貌',
];
