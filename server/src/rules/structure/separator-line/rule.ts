import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';
import { byteName } from '../../../util/byteName.ts';

export default defineRule({
  id: 'separator-line',
  scope: 'document',
  summary: 'The first line is an instruction for Excel',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place], numbers: { delimiter = 0 } } of groupsOf(facts, 'separator-line')) {
      yield {
        place,
        message: say`This line tells Excel that cells end at ${name(byteName(delimiter))}; other programs take it for the header`,
        fix: { title: say`Delete the line`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
