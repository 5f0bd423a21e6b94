import { told } from '../../../core/facts.ts';
import { matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, LINE_ENDS, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'mixed-line-ends',
  scope: 'document',
  summary: 'Lines do not all end the same way',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    for (const group of groupsOf(facts, 'odd-line-end')) {
      const { style = 0, usual = 0 } = group.numbers;
      const [odd, others] = [name(LINE_ENDS[style] ?? ''), name(LINE_ENDS[usual] ?? '')];
      const lone = LINE_ENDS[style] === 'CR';
      yield {
        ...placesOf(group),
        // Where some readers see a line end and others a character of the cell, rows are at stake.
        ...(lone && { severity: 'warning' }),
        message: lone
          ? say`A carriage return that ends no line, in ${matched('cell')}: some readers begin a new row there`
          : say`Lines end with ${others}, but with ${odd} in ${matched('row')} of ${records}`,
        facts: told({ n: records }),
      };
    }
  },
});
