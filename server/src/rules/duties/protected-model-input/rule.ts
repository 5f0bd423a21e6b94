import { type FieldDescription, isFeature } from '../../../core/description.ts';
import { articlesOf } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, kindOf } from '../../../core/specialData.ts';

export default defineRule({
  id: 'protected-model-input',
  scope: 'metadata',
  summary: 'A protected attribute is learnt from or predicted without a word on bias',
  severity: 'information',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { resources, ml }, profiles }) {
    const articles = profiles.asking('protected-model-input');
    if (articles.length === 0 || !ml) return;
    for (const field of resources.flatMap(({ fields }) => fields)) {
      const { biasNote, biasDetectionOnly, node } = field.privacy ?? { node: [...field.node, 'privacy'] };
      const isTarget = ml.target === field.name;
      if (biasNote !== undefined || biasDetectionOnly === true || !(isTarget || isFeature(field.name, ml)) || !isProtected(field, ml.groups ?? [])) continue;
      const part = isTarget ? say`${field} is a protected attribute and predicted` : say`${field} is a protected attribute and a model input`;
      yield {
        place: { at: 'node', path: field.privacy ? node : field.node, part: field.privacy ? 'key' : 'value' },
        message: say`${part}; ${name('biasNote')} says nothing on bias: ${articlesOf(articles)}`,
        fix: { title: say`Add a note on bias`, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'biasNote'], value: 'Examined with equalised odds.' } },
      };
    }
  },
});

/** Declared as protected, or of a kind by category or type. */
function isProtected({ name: column, privacy }: FieldDescription, groups: readonly string[]): boolean {
  if (groups.includes(column) || privacy?.special?.some(term => term.startsWith('gdpr9:'))) return true;
  const kind = privacy && kindOf(privacy);
  return (kind !== undefined && GDPR9.includes(kind)) || CATEGORIES.test(privacy?.category ?? '') || TYPES.includes(privacy?.type ?? '');
}

const CATEGORIES = /\.(?:gender|sex|age_range|marital_status|nationality)$/;
const TYPES = ['gender', 'marital-status', 'age'];
