import { told } from '../../../core/facts.ts';
import { matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, placesOf } from '../../../core/structure.ts';
import { byteName } from '../../../util/byteName.ts';

export default defineRule({
  id: 'mixed-delimiters',
  scope: 'document',
  summary: 'Some rows are separated by another character than the others',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading, records }) {
    if (!reading) return;
    const usual = name(byteName(reading.dialect.delimiter));
    for (const group of groupsOf(facts, 'ragged-row')) {
      const { delimiter = 0, cells = 0, expected = 0 } = group.numbers;
      if (delimiter === 0) continue;
      yield {
        ...placesOf(group),
        message: say`Cut at ${name(byteName(delimiter))} and not at ${usual}, ${matched('row')} of ${records} would have as many cells as the header`,
        facts: told({ cells, expected, n: records }),
      };
    }
  },
});
