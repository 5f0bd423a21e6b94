import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'deprecated-property',
  scope: 'metadata',
  summary: 'A description is written in a form of an older version of its standard',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      if (kind === 'deprecated') yield { place: { at: 'node', path, part, ...(range && { range }) }, message, ...(fix && { fix }) };
    }
  },
});
