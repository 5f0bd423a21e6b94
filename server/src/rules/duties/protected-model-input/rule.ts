import { type FieldDescription, type MlDescription, isFeature } from '../../../core/description.ts';
import { articlesOf } from '../../../core/duties.ts';
import { type Message, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, kindOf, type SpecialKind } from '../../../core/specialData.ts';

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
    if (articles.length === 0) return;
    for (const field of resources.flatMap(({ fields }) => fields)) {
      const { biasNote, biasDetectionOnly, node } = field.privacy ?? { node: [...field.node, 'privacy'] };
      const part = biasNote === undefined && biasDetectionOnly !== true && isProtected(field, ml?.groups ?? []) ? wordsFor(field, ml) : undefined;
      if (!part) continue;
      yield {
        place: { at: 'node', path: field.privacy ? node : field.node, part: field.privacy ? 'key' : 'value' },
        message: say`${part}; ${name('biasNote')} says nothing on bias: ${articlesOf(articles)}`,
        fix: { title: say`Add a note on bias`, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'biasNote'], value: 'Examined with equalised odds.' } },
      };
    }
  },
});

/** How a model meets a column; where nothing is said of a model, whether the annotation lets one be trained on it. */
function wordsFor(field: FieldDescription, ml: MlDescription | undefined): Message | undefined {
  if (ml?.target === field.name) return say`${field} is a protected attribute and predicted`;
  if (isFeature(field.name, ml)) return say`${field} is a protected attribute and a model input`;
  return ml === undefined && field.privacy?.allowed?.includes('train') && !MEDICAL.has(kindOf(field.privacy)) ? say`${field} is a protected attribute and may be trained on` : undefined;
}

/** What is in the data for what it says of the body serves no comparison of groups. */
const MEDICAL: ReadonlySet<SpecialKind | undefined> = new Set(['health', 'genetic', 'biometric']);

/** Declared as protected, or of a kind by category or type. */
function isProtected({ name: column, privacy }: FieldDescription, groups: readonly string[]): boolean {
  if (groups.includes(column) || privacy?.special?.some(term => term.startsWith('gdpr9:'))) return true;
  const kind = privacy && kindOf(privacy);
  return (kind !== undefined && GDPR9.includes(kind)) || CATEGORIES.test(privacy?.category ?? '') || TYPES.includes(privacy?.type ?? '');
}

const CATEGORIES = /\.(?:gender|sex|age_range|marital_status|nationality)$/;
const TYPES = ['gender', 'marital-status', 'age'];
