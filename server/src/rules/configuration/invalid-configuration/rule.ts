import { told } from '../../../core/facts.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'invalid-configuration',
  scope: 'configuration',
  summary: 'A configuration says something Lintel does not understand',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ complaints }) {
    for (const { kind, path, part, range, message, fix } of complaints) {
      yield { place: { at: 'node', path, part, ...(range && { range }) }, message, facts: told({ kind }), ...(fix && { fix }) };
    }
  },
});
