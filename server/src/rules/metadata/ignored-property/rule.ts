import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'ignored-property',
  scope: 'metadata',
  summary: 'A property of a description has a value that readers pass over',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      if (kind === 'ignored') yield { place: { at: 'node', path, part, ...(range && { range }) }, message, ...(fix && { fix }) };
    }
  },
});
