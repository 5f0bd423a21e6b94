import { articlesOf, isPersonal } from '../../../core/duties.ts';
import type { FieldDescription } from '../../../core/description.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, kindOf } from '../../../core/specialData.ts';

export default defineRule({
  id: 'unmarked-inference',
  scope: 'metadata',
  summary: 'A guess at something sensitive is not marked as such',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('unmarked-inference');
    if (articles.length === 0 || !isPersonal(description)) return;
    for (const field of description.resources.flatMap(({ fields }) => fields)) {
      const { origin, special = [], node, notPersonal } = field.privacy ?? { node: [...field.node, 'privacy'] };
      if (notPersonal === true || !isGuess(field) || !isSensitive(field) || (origin === 'inferred' && special.length > 0)) continue;
      yield {
        place: { at: 'node', path: field.privacy ? node : field.node, part: field.privacy ? 'key' : 'value' },
        message: say`${field} is a guess at something sensitive, and is not marked as inferred and special: ${articlesOf(articles)}`,
        fix: { title: say`Mark ${field} as inferred`, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'origin'], value: 'inferred' } },
      };
    }
  },
});

const GUESSED = new Set(['predicted', 'inferred', 'estimated', 'guessed', 'imputed', 'pred', 'inference', 'prediction']);
const SENSITIVE = new Set([
  'ethnicity', 'race', 'religion', 'religious', 'political', 'party', 'orientation', 'sexuality', 'health', 'diagnosis', 'disease', 'depression', 'pregnancy',
  'pregnant', 'genetic', 'union',
]);

const isGuess = ({ name, privacy }: FieldDescription): boolean => privacy?.origin === 'inferred' || wordsOf(name).some(word => GUESSED.has(word));

function isSensitive(field: FieldDescription): boolean {
  const kind = field.privacy && kindOf(field.privacy);
  return (kind !== undefined && GDPR9.includes(kind)) || wordsOf(field.name).some(word => SENSITIVE.has(word));
}

/** The words of a name in snake, kebab or camel case. */
const wordsOf = (name: string): readonly string[] => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/);
