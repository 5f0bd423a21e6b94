import { categoriesOf } from '../../../core/categories.ts';
import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, name, percent, say, value } from '../../../core/message.ts';
import { defineRule, type GroupedTable } from '../../../core/rule.ts';
import { targetOf } from '../../../core/target.ts';
import { chiSquared } from '../../../util/statistics/contingency.ts';
import { chiSquaredTail, contingencyOf, freedomOf, wilsonInterval } from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'label-rate-by-group',
  scope: 'group',
  summary: 'A class of the target is far more frequent in one group of people than in another',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    difference: { default: 0.2, description: 'Difference between the shares of a class, from 0 to 1, above which it is reported.' },
    chance: { default: 0.001, description: 'How unlikely, from 0 to 1, the difference must be by chance.' },
    classes: { default: 20, description: 'Targets with more distinct values are no classes.' },
    least: { default: 50, description: 'Groups with fewer rows are not compared.' },
  },

  *check({ table, by, groups, options }) {
    const target = targetOf(table.columns, table.ml);
    const classes = target && target.column !== by && target.task !== 'regression' ? categoriesOf(target.column, options.classes) : undefined;
    if (!target || !classes) return;
    const compared = groups.map(group => ({ group, n: presentIn(group, target.column.index) })).filter(({ n }) => n >= options.least);
    const widest = [...classes.keys()].flatMap(hash => spreadOf(hash, compared, target.column.index) ?? []).sort((a, b) => spanOf(b) - spanOf(a))[0];
    if (!widest || spanOf(widest) <= options.difference) return;
    const counts = contingencyOf(compared.map(({ group, n }) => {
      const own = countOf(group, target.column.index, widest.hash);
      return [own, n - own];
    }));
    const p = Math.min(1, chiSquaredTail(chiSquared(counts), freedomOf(counts)) * classes.size);
    if (p >= options.chance) return;
    const { most, least, hash } = widest;
    const text = target.column.values.find(one => one.hash === hash)?.text ?? '';
    const [low, high] = wilsonInterval(most.own, most.n);
    const there = say`${percent(most.own / most.n)} of ${count(most.n, 'row')} (95% interval ${percent(low)} to ${percent(high)})`;
    const first = say`${target.column} is ${value(text, target.column.index)} in ${there} where ${name(by.name)} is ${value(most.text, by.index)}`;
    yield {
      place: { at: 'header', column: by.index },
      message: say`${first}, and in ${percent(least.own / least.n)} of ${count(least.n, 'row')} where it is ${value(least.text, by.index)}`,
      facts: told({ difference: spanOf(widest), threshold: options.difference, p, n: most.n, lowShare: low, highShare: high, ratio: least.own / least.n / (most.own / most.n) }),
      related: [{ place: { at: 'header', column: target.column.index }, message: say`The target` }],
    };
  },
});

type Group = GroupedTable['groups'][number];
interface Rate {
  readonly text: string;
  readonly own: number;
  readonly n: number;
}
interface Spread {
  readonly hash: bigint;
  readonly most: Rate;
  readonly least: Rate;
}

const presentIn = ({ view }: Group, index: number): number => {
  const column = view.columns[index];
  return column ? present(column) : 0;
};

const countOf = ({ view }: Group, index: number, hash: bigint): number => view.columns[index]?.summary.values.find(one => one.hash === hash)?.count ?? 0;

/** The groups in which a class is most and least frequent. */
function spreadOf(hash: bigint, compared: readonly { readonly group: Group; readonly n: number }[], index: number): Spread | undefined {
  const rates = compared.map(({ group, n }): Rate => ({ text: group.value.text, n, own: countOf(group, index, hash) })).sort((a, b) => b.own / b.n - a.own / a.n);
  const [most, least] = [rates[0], rates.at(-1)];
  return most && least && rates.length > 1 ? { hash, most, least } : undefined;
}

const spanOf = ({ most, least }: Spread): number => most.own / most.n - least.own / least.n;
