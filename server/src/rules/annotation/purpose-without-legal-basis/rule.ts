import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'purpose-without-legal-basis',
  scope: 'metadata',
  summary: 'A purpose personal data is kept for has no legal basis',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy } }) {
    if (!privacy || privacy.personalData === 'none') return;
    for (const { use, legalBasis, node } of privacy.purposes) {
      if (legalBasis !== undefined || use === '') continue;
      yield {
        place: { at: 'node', path: [...node, 'use'], part: 'value' },
        message: say`The purpose ${name(use)} has no legal basis: GDPR Article 6(1), PIPL Article 13`,
      };
    }
  },
});
