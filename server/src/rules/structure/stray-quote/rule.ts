import { matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'stray-quote',
  scope: 'document',
  summary: 'A quote stands inside a cell without being doubled',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const group of groupsOf(facts, 'stray-quote')) {
      const { opened, guard } = group.numbers;
      if (guard === 1) {
        yield {
          ...placesOf(group), severity: 'warning',
          message: say`${matched('cell')} of the form ${name('="..."')}: meant to keep Excel from reading a number, it is no quoted cell and other programs keep its signs`,
        };
        continue;
      }
      const one = group.total === 1;
      const message = opened === 1
        ? one
          ? say`Text follows this quote, which should close its cell or be doubled; readers disagree on what it means`
          : say`In ${matched('cell')} text follows a quote that should close the cell or be doubled; readers disagree on what it means`
        : one
          ? say`This quote stands in a cell that does not begin with one; readers disagree on what it means`
          : say`${matched('cell')} hold a quote and do not begin with one; readers disagree on what it means`;
      yield { ...placesOf(group), message };
    }
  },
});
