import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

/** Only said where everything the suppression is about has been checked: a file of its own, or the whole folder of the configuration. */
export default defineRule({
  id: 'unused-suppression',
  scope: 'configuration',
  summary: 'A suppression leaves nothing out',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ suppressions }) {
    for (const { node, rule, state } of suppressions) {
      if (state !== 'unused') continue;
      yield {
        place: { at: 'node', path: [...node, 'rule'], part: 'value' },
        message: say`Nothing is left out for this suppression of ${name(rule)} any more`,
        fix: { title: say`Remove the suppression`, safety: 'unsafe', change: { do: 'remove-node', path: node } },
      };
    }
  },
});
