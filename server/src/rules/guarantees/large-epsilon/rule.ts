import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'large-epsilon',
  scope: 'metadata',
  summary: 'A privacy loss is larger than the policy allows',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: { most: { default: 10, description: 'Largest epsilon that is not reported.' } },

  *check({ description: { privacy }, options }) {
    const epsilon = privacy?.differentialPrivacy?.epsilon;
    if (!privacy || epsilon === undefined || epsilon <= options.most) return;
    yield {
      place: { at: 'node', path: [...privacy.node, 'differentialPrivacy', 'epsilon'], part: 'value' },
      message: say`An epsilon of ${number(epsilon)} is over the policy of ${number(options.most)}`,
      facts: told({ epsilon, threshold: options.most }),
    };
  },
});
