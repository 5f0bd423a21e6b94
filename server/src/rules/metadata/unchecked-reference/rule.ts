import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unchecked-reference',
  scope: 'metadata',
  summary: 'A part of a description was not looked at',
  severity: 'hint',
  dimension: 'consistency',
  since: 'next',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      if (kind === 'unchecked') yield { place: { at: 'node', path, part, ...(range && { range }) }, message, ...(fix && { fix }) };
    }
  },
});
