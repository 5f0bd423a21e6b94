import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'invalid-privacy-notation',
  scope: 'metadata',
  summary: 'A duration, date or country of an annotation is not written so that programs can read it',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, message, fix } of complaints) {
      if (kind === 'notation') yield { place: { at: 'node', path, part }, message, ...(fix && { fix }) };
    }
  },
});
