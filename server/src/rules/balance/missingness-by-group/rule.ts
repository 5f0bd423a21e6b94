import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say, value } from '../../../core/message.ts';
import { defineRule, type GroupedTable } from '../../../core/rule.ts';
import { chiSquared } from '../../../util/statistics/contingency.ts';
import { chiSquaredTail, contingencyOf, freedomOf, wilsonInterval } from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'missingness-by-group',
  scope: 'group',
  summary: 'A column is missing for one group of people more often than for another',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    difference: { default: 0.1, description: 'Difference between the shares of missing cells, from 0 to 1, above which columns are reported.' },
    chance: { default: 0.001, description: 'How unlikely, from 0 to 1, the difference must be by chance, over all columns together.' },
    least: { default: 50, description: 'Groups with fewer rows are not compared.' },
  },

  *check({ table, by, groups, options }) {
    for (const column of table.columns) {
      const gaps = column === by ? [] : gapsOf(groups, column.index, options.least).sort((a, b) => b.share - a.share);
      const [most, least] = [gaps[0], gaps.at(-1)];
      if (!most || !least || most.share - least.share <= options.difference) continue;
      const counts = contingencyOf(gaps.map(({ missing, n }) => [missing, n - missing]));
      const p = Math.min(1, chiSquaredTail(chiSquared(counts), freedomOf(counts)) * table.columns.length);
      if (p >= options.chance) continue;
      const [low, high] = wilsonInterval(most.missing, most.n);
      const there = say`${percent(most.share)} of ${count(most.n, 'row')} where ${by} is ${value(most.text, by.index)} (95% interval ${percent(low)} to ${percent(high)})`;
      yield {
        place: { at: 'header', column: column.index },
        message: say`${column} is missing in ${there}, and in ${percent(least.share)} of ${count(least.n, 'row')} where it is ${value(least.text, by.index)}`,
        facts: told({ difference: most.share - least.share, threshold: options.difference, p, n: most.n, lowShare: low, highShare: high }),
        related: [{ place: { at: 'header', column: by.index }, message: say`The groups` }],
      };
    }
  },
});

interface Gap {
  readonly text: string;
  readonly missing: number;
  readonly n: number;
  readonly share: number;
}

function gapsOf(groups: GroupedTable['groups'], index: number, least: number): Gap[] {
  return groups.flatMap(({ value: { text }, view }): readonly Gap[] => {
    const summary: Column['summary'] | undefined = view.columns[index]?.summary;
    const n = summary?.cells ?? 0;
    return summary && n >= least ? [{ text, missing: summary.missing, n, share: summary.missing / n }] : [];
  });
}
