import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'comment-line',
  scope: 'document',
  summary: 'A comment stands among the rows',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    for (const group of groupsOf(facts, 'comment-line')) {
      yield {
        ...placesOf(group),
        message: say`A comment instead of values, in ${matched('row')} of ${records}: readers that know no comments take it for data`,
        facts: told({ n: records }),
        fix: { title: say`Delete the comments`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
