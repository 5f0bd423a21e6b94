import type { Column, NamedValue } from '../../../core/column.ts';
import { knowsAllValues } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'class-imbalance',
  scope: 'column',
  summary: 'A class of the target is much rarer than an even share',
  severity: 'warning',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.1, description: 'Part of an even share, from 0 to 1, below which a class counts as rare: with 4 classes and 0.1, below 2.5%.' },
    classes: { default: 50, description: 'Columns with more distinct values are no classes.' },
    least: { default: 100, description: 'Targets with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const target = ml?.task === 'regression' ? undefined : roleAsTarget(column, ml);
    const classes = target && classesOf(column, options.classes);
    if (!classes) return;
    const n = classes.reduce((sum, one) => sum + one.count, 0);
    const limit = options.share / classes.length;
    const rare = classes.filter(one => one.count < n * limit).sort((a, b) => a.count - b.count);
    const [rarest] = rare;
    if (n < options.least || !rarest) return;
    const rarestOnes = list(rare.slice(0, SHOWN).map(one => value(one.text, column.index)));
    const even = percent(1 / classes.length);
    yield {
      place: { at: 'header', column: column.index },
      severity: target === 'declared' ? 'warning' : 'hint',
      message: rare.length === 1
        ? say`${column} is ${value(rarest.text, column.index)} in ${rarest.count} of ${count(n, 'row')} (${percent(rarest.count / n)}); an even share would be ${even}`
        : say`${column} has ${count(rare.length, 'class')} below ${percent(limit)} of ${count(n, 'row')}, the rarest ${rarestOnes}; an even share would be ${even}`,
      facts: told({ n, classes: classes.length, rarest: rarest.count, threshold: limit }),
    };
  },
});

/** Rare classes a message names. */
const SHOWN = 3;

/** All values of the column with their counts, where it has few enough and they are no measurements. */
function classesOf({ summary, values }: Column, most: number): readonly NamedValue[] | undefined {
  const { distinct, classes } = summary;
  const known = knowsAllValues(summary) && values.length === distinct.count;
  return known && distinct.count >= 2 && distinct.count <= most && classes.float === 0 ? values : undefined;
}
