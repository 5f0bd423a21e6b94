import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'expired-suppression',
  scope: 'configuration',
  summary: 'A suppression is past its last day',
  severity: 'warning',
  dimension: 'timeliness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ suppressions }) {
    for (const { node, rule, until = '', state } of suppressions) {
      if (state !== 'expired') continue;
      yield {
        place: { at: 'node', path: [...node, 'until'], part: 'value' },
        message: say`The suppression of ${name(rule)} held until ${name(until)}; what it left out is shown again`,
        facts: told({ until }),
        fix: { title: say`Remove the suppression`, safety: 'unsafe', change: { do: 'remove-node', path: node } },
      };
    }
  },
});
