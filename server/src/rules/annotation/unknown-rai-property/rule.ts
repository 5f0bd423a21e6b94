import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unknown-rai-property',
  scope: 'metadata',
  summary: 'A Croissant description uses a property that the vocabulary for responsible AI does not have',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, message, fix } of complaints) {
      if (kind === 'unknown-rai-property') yield { place: { at: 'node', path, part }, message, ...(fix && { fix }) };
    }
  },
});
