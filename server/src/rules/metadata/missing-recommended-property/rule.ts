import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-recommended-property',
  scope: 'metadata',
  summary: 'A description lacks a property its standard recommends',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      if (kind === 'recommended') yield { place: { at: 'node', path, part, ...(range && { range }) }, message, ...(fix && { fix }) };
    }
  },
});
