import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'repeated-header',
  scope: 'document',
  summary: 'The header stands among the rows once more',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    for (const group of groupsOf(facts, 'repeated-header')) {
      yield {
        ...placesOf(group),
        message: say`The header once more, in ${matched('row')} of ${records}: files were joined with their headers`,
        facts: told({ n: records }),
        fix: { title: say`Delete the repeated headers`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
