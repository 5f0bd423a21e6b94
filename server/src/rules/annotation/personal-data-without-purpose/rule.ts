import { isAnnotatedPersonal, type Description } from '../../../core/description.ts';
import { articlesOf, isPersonal, isWritten, personalFields } from '../../../core/duties.ts';
import { say } from '../../../core/message.ts';
import type { NodePath, Place } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'personal-data-without-purpose',
  scope: 'metadata',
  summary: 'Personal data is described without a purpose it is kept for',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, complaints, profiles }) {
    const place = personalPlace(description);
    const articles = profiles.asking('personal-data-without-purpose');
    if (!place || articles.length === 0 || (description.privacy?.purposes.length ?? 0) > 0) return;
    if (description.privacy && isWritten(description.privacy, [...description.privacy.node, 'purposes', 0])) return;
    if (complaints.some(({ path }) => isAbove(path, [...description.privacy?.node ?? ['privacy'], 'purposes']))) return;
    yield {
      place,
      message: say`Personal data without a purpose: ${articlesOf(articles)}`,
      fix: {
        title: say`Add a purpose: training an AI system`,
        safety: 'unsafe',
        change: { do: 'set-node', path: [...description.privacy?.node ?? ['privacy'], 'purposes'], value: [{ use: 'train_ai_system' }] },
      },
    };
  },
});

/** Whether something is wrong with what would hold the purposes, so that nobody knows whether there are any. */
const isAbove = (path: NodePath, node: NodePath): boolean => path.length > 0 && path.every((step, i) => node[i] === step);

/** Where the description says that there is personal data: for the whole dataset, else at its first annotated field. */
function personalPlace(description: Description): Place | undefined {
  const { privacy } = description;
  if (privacy && !isPersonal(description)) return undefined;
  if (privacy?.personalData === 'yes') return { at: 'node', path: [...privacy.node, 'personalData'], part: 'value' };
  const field = personalFields(description).find(isAnnotatedPersonal);
  if (!field) return undefined;
  return { at: 'node', path: [...field.privacy.node, field.privacy.category === undefined ? 'type' : 'category'], part: 'value' };
}
