import { categoriesOf } from '../../../core/categories.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { protectedAs } from '../../../core/protected.ts';
import { defineRule, type GroupedTable } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';
import { cramersV } from '../../../util/statistics/contingency.ts';
import { contingencyOf } from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'protected-proxy',
  scope: 'group',
  summary: 'A column tells which group of people a row belongs to',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values', 'numbers'],
  options: {
    strength: { default: 0.7, description: 'Association, from 0 to 1, above which a column is reported: Cramér\'s V for categories, the correlation ratio for numbers.' },
    categories: { default: 50, description: 'Columns with more distinct values are not taken for categories.' },
    least: { default: 100, description: 'Columns with fewer present cells are not judged.' },
  },

  *check({ table, by, groups, options }) {
    for (const column of table.columns) {
      const isFeature = column !== by && table.ml?.ignore?.includes(column.name) !== true && roleAsTarget(column, table.ml) === undefined;
      if (!isFeature || protectedAs(column, table.ml) !== undefined || present(column) < options.least) continue;
      const strength = isNumeric(column) ? correlationRatio(groups, column.index) : association(groups, column, options.categories);
      if (strength === undefined || strength <= options.strength) continue;
      const n = count(present(column), 'cell');
      const measure = isNumeric(column) ? say`correlation ratio ${number(round(strength))}` : say`Cramér's V ${number(round(strength))}`;
      yield {
        place: { at: 'header', column: column.index },
        message: say`${column} nearly tells ${by} (${measure} over ${n}), so leaving ${by} out does not keep a model from using it`,
        facts: told({ strength, threshold: options.strength, n: present(column), measure: isNumeric(column) ? 'correlation-ratio' : 'cramers-v' }),
        related: [{ place: { at: 'header', column: by.index }, message: say`The protected attribute` }],
      };
    }
  },
});

const isNumeric = (column: Column): boolean => (column.summary.numbers?.count ?? 0) >= 0.9 * present(column) && column.summary.distinct.count > FEW_NUMBERS;

/** Numbers with no more values than this may be codes of categories. */
const FEW_NUMBERS = 10;

/** Cramér's V of the column's categories with the groups. */
function association(groups: GroupedTable['groups'], column: Column, most: number): number | undefined {
  const categories = categoriesOf(column, most);
  if (!categories || categories.size < 2) return undefined;
  return cramersV(contingencyOf(groups.map(({ view }) => {
    const counts = new Map(view.columns[column.index]?.summary.values.map(one => [one.hash, one.count]));
    return [...categories.keys()].map(hash => counts.get(hash) ?? 0);
  })));
}

/** Root of the share of a column's variance that lies between the groups, from the means and variances of each. */
function correlationRatio(groups: GroupedTable['groups'], index: number): number | undefined {
  const parts = groups.flatMap(({ view }) => view.columns[index]?.summary.numbers ?? []);
  const n = parts.reduce((sum, part) => sum + part.count, 0);
  const mean = parts.reduce((sum, part) => sum + part.count * part.mean, 0) / n;
  const between = parts.reduce((sum, part) => sum + part.count * (part.mean - mean) ** 2, 0);
  const within = parts.reduce((sum, part) => sum + (part.count - 1) * (part.variance ?? 0), 0);
  return parts.length > 1 && between + within > 0 ? Math.sqrt(between / (between + within)) : undefined;
}

const round = (value: number): number => Number(value.toPrecision(3));
