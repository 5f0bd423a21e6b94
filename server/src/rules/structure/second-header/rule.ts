import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'second-header',
  scope: 'document',
  summary: 'A second row of names or units stands below the header',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place], numbers: { units } } of groupsOf(facts, 'second-header')) {
      yield {
        place,
        message: units === 1
          ? say`This row holds units, not values: read as data it turns columns of numbers into texts`
          : say`This row is a second header: read as data it turns columns of numbers into texts`,
        fix: { title: units === 1 ? say`Delete the row of units` : say`Delete the second header`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
