import { knowsAllValues, present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, percent, say, value } from '../../../core/message.ts';
import { protectedAs } from '../../../core/protected.ts';
import { defineRule } from '../../../core/rule.ts';
import { wilsonInterval } from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'group-under-represented',
  scope: 'column',
  summary: 'A group of people has few rows of its own',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.2, description: 'Part of an even share, from 0 to 1, below which a group counts as small: with 4 groups and 0.2, below 5%.' },
    groups: { default: 20, description: 'Columns with more distinct values have no groups.' },
    least: { default: 200, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const known = protectedAs(column, ml);
    const { summary, values, index } = column;
    const n = present(column);
    const k = summary.distinct.count;
    const isGrouping = known && knowsAllValues(summary) && values.length === k && k >= 2 && k <= options.groups && summary.classes.float === 0;
    if (!isGrouping || n < options.least) return;
    const limit = options.share / k;
    const small = values.filter(one => one.count >= FEWEST && wilsonInterval(one.count, n)[1] < limit).sort((a, b) => a.count - b.count);
    const [smallest] = small;
    if (!smallest) return;
    const [low, high] = wilsonInterval(smallest.count, n);
    const interval = say`${percent(low)} to ${percent(high)}`;
    yield {
      place: { at: 'header', column: index },
      severity: known === 'declared' ? 'information' : 'hint',
      message: small.length === 1
        ? say`${column} is ${value(smallest.text, index)} in ${smallest.count} of ${count(n, 'row')} (95% interval ${interval}), less than ${percent(limit)}`
        : say`${column} has ${small.length} groups with less than ${percent(limit)} of ${count(n, 'row')} each: ${list(small.slice(0, SHOWN).map(one => value(one.text, index)))}`,
      facts: told({ n, groups: k, rows: smallest.count, lowShare: low, highShare: high, threshold: limit }),
    };
  },
});

/** Rows a value needs to be a group and not a slip of the keyboard. */
const FEWEST = 5;
/** Groups a message names. */
const SHOWN = 3;
