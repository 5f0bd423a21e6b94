import { matched, say } from '../../../core/message.ts';
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
      // Quotes behind an equals sign are meant for Excel: `excel-guard` tells of them.
      if (guard === 1) continue;
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
