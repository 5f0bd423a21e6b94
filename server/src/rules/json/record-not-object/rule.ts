import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'record-not-object',
  scope: 'document',
  summary: 'A record is an array or a single value and not an object',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    for (const { place, numbers: { array, count: found = 1 } } of facts.filter(({ kind }) => kind === 'not-an-object')) {
      const rows = count(found, 'row');
      yield {
        place,
        message: array === 1
          ? say`${rows} of ${records}, this one first, hold an array: its values have no names, so loaders of tables refuse them`
          : say`${rows} of ${records}, this one first, hold a single value and no object, so it is no row of a table`,
        facts: told({ found, n: records }),
      };
    }
  },
});
