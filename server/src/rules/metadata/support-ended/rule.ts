import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'support-ended',
  scope: 'metadata',
  summary: 'The day until which a dataset is kept up is over',
  severity: 'warning',
  dimension: 'timeliness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ description: { ends }, today }) {
    if (!ends || today === undefined || ends.value.slice(0, 10) >= today) return;
    yield { place: { at: 'node', path: ends.node, part: 'value' }, message: say`Nobody promises anything of this dataset after ${name(ends.value)}`, facts: told({ until: ends.value }) };
  },
});
