import type { Column } from './column.ts';
import type { FieldDescription, MlDescription } from './description.ts';

/** Categories of the data-category taxonomy that laws against discrimination speak of. */
const CATEGORIES = /^user\.(?:demographic|health_and_medical|biometric|political_opinion|religious_belief)/;

/** Column names that usually hold a protected attribute. What is said by the name alone is a hint. */
const NAMES = new RegExp([
  '^(?:sex|gender|race|ethnic(?:ity)?|ethnic[-_ ]group|religion|nationality|citizenship|disability|age[-_ ](?:group|band|range|class)|marital[-_ ]?status)$',
  '^(?:性别|民族|种族|宗教|国籍|婚姻状况|年龄段|户籍|户口类型|残疾)$',
].join('|'), 'i');

/** Whether a column holds an attribute by whose values data should be balanced: said by the description, or guessed from the name. */
export function protectedAs({ name, field }: Pick<Column, 'name'> & { readonly field?: FieldDescription | undefined }, ml: MlDescription | undefined): 'declared' | 'guessed' | undefined {
  if (ml?.groups) return ml.groups.includes(name) ? 'declared' : undefined;
  if (field?.privacy?.category !== undefined && CATEGORIES.test(field.privacy.category)) return 'declared';
  return NAMES.test(name.trim()) ? 'guessed' : undefined;
}
