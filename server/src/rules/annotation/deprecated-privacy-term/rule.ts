import { name, say, value as quote } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { fidesTermOf } from '../../../privacy/taxonomy/terms.ts';
import { usedIn } from '../../../privacy/taxonomy/used.ts';

export default defineRule({
  id: 'deprecated-privacy-term',
  scope: 'metadata',
  summary: 'An annotation uses a term that its vocabulary has replaced',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description }) {
    for (const { id, node: path, before, after } of usedIn(description)) {
      const { deprecated, replacedBy } = fidesTermOf(id) ?? {};
      if (deprecated === undefined || replacedBy === undefined) continue;
      yield {
        place: { at: 'node', path, part: 'value' },
        message: say`${quote(id, -1)} is out of use since version ${name(deprecated)} of Fideslang; ${quote(replacedBy, -1)} took its place`,
        fix: { title: say`Replace with ${quote(replacedBy, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: `${before}${replacedBy}${after}` } },
      };
    }
  },
});
