import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'delta-too-large',
  scope: 'table',
  summary: 'A delta allows to give away whole rows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ table: { privacy, records } }) {
    const delta = privacy?.differentialPrivacy?.delta;
    if (!privacy || delta === undefined || records === 0 || delta < 1 / records) return;
    yield {
      place: { at: 'file' },
      message: say`A delta of ${number(delta)} is not below one in ${count(records, 'row')}: to give away some rows whole would keep it`,
      facts: told({ delta, threshold: 1 / records, n: records }),
      mirror: [...privacy.node, 'differentialPrivacy', 'delta'],
    };
  },
});
