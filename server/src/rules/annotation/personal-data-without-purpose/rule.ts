import { isAnnotatedPersonal, type Description } from '../../../core/description.ts';
import { say } from '../../../core/message.ts';
import type { Place } from '../../../core/place.ts';
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

  *check({ description }) {
    const place = personalPlace(description);
    if (!place || (description.privacy?.purposes.length ?? 0) > 0) return;
    yield {
      place,
      message: say`Personal data without a purpose: GDPR Article 5(1)(b) wants it specified when the data is collected`,
      fix: {
        title: say`Add a purpose: training an AI system`,
        safety: 'unsafe',
        change: { do: 'set-node', path: ['privacy', 'purposes'], value: [{ use: 'train_ai_system' }] },
      },
    };
  },
});

/** Where the description says that there is personal data: for the whole dataset, else at its first annotated field. */
function personalPlace({ privacy, resources }: Description): Place | undefined {
  if (privacy?.personalData === 'yes') return { at: 'node', path: [...privacy.node, 'personalData'], part: 'value' };
  const field = resources.flatMap(resource => resource.fields).find(one => isAnnotatedPersonal(one) && one.privacy?.notPersonal !== true);
  if (!field?.privacy) return undefined;
  return { at: 'node', path: [...field.privacy.node, field.privacy.category === undefined ? 'type' : 'category'], part: 'value' };
}
