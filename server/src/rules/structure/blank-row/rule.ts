import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'blank-row',
  scope: 'document',
  summary: 'A row holds nothing',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    for (const group of groupsOf(facts, 'blank-row')) {
      const delimited = group.numbers['delimited'] === 1;
      yield {
        ...placesOf(group),
        // Nearly every reader passes over a blank line; a row of delimiters becomes a row of missing values.
        ...(!delimited && { severity: 'information' }),
        message: delimited
          ? say`Nothing but delimiters in ${matched('row')} of ${records}: read as data, such a row is one in which every value is missing`
          : say`Nothing at all in ${matched('row')} of ${records}`,
        facts: told({ n: records }),
        // In an editor as many places are deleted as are listed; the rest needs another round.
        fix: { title: delimited ? say`Delete the rows without content` : say`Delete the blank lines`, safety: delimited ? 'unsafe' : 'safe', change: { do: 'delete-row' } },
      };
    }
  },
});
