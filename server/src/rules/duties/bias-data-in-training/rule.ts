import { type AnnotatedField, articlesOf, isForBiasAlone, isPersonal, nodeOfColumn, personalFields } from '../../../core/duties.ts';
import { type MlDescription, isFeature } from '../../../core/description.ts';
import { type Message, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { GDPR9, isSpecial } from '../../../core/specialData.ts';

export default defineRule({
  id: 'bias-data-in-training',
  scope: 'metadata',
  summary: 'Special data that may only serve to detect bias may be trained on',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('bias-data-in-training');
    if (articles.length === 0 || !isPersonal(description)) return;
    const { privacy, ml } = description;
    for (const column of personalFields(description).filter(field => isSpecial(field, 'gdpr9', GDPR9))) {
      const message = isForBiasAlone(column, privacy) ? wordsFor(column, ml) : undefined;
      if (!message) continue;
      yield {
        place: { at: 'node', ...nodeOfColumn(column, column.privacy.biasDetectionOnly === undefined ? 'special' : 'biasDetectionOnly') },
        message: say`${message}: ${articlesOf(articles)}`,
        ...(column.privacy.biasDetectionOnly !== true && {
          fix: { title: say`Restrict ${column} to bias detection`, safety: 'unsafe', change: { do: 'set-node', path: [...column.privacy.node, 'biasDetectionOnly'], value: true } },
        }),
      };
    }
  },
});

function wordsFor(column: AnnotatedField, ml: MlDescription | undefined): Message | undefined {
  const { biasDetectionOnly, allowed } = column.privacy;
  const isRestricted = biasDetectionOnly ?? allowed?.every(use => use === 'bias-detection') ?? false;
  if (!isRestricted) return say`${column} may serve to detect bias and nothing else, and ${name('biasDetectionOnly')} does not say so`;
  if (ml?.target === column.name || isFeature(column.name, ml)) return say`${column} may serve to detect bias and nothing else, and ${name('ml')} lets a model learn from it`;
  return undefined;
}
