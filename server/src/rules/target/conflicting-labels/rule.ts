import { present, tellRowsApart } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { featuresOf, namedLikeKey, targetOf } from '../../../core/target.ts';
import type { Target } from '../../../core/target.ts';

export default defineRule({
  id: 'conflicting-labels',
  scope: 'table',
  summary: 'Rows with equal features have different labels',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct'],
  options: { most: { default: 50_000, description: 'Rows up to which a target that is only guessed by its name is looked at.' } },

  *check({ table, options }) {
    const target = targetOf(table.columns, table.ml);
    if (!target || !hasClasses(target) || (!target.declared && table.records > options.most)) return;
    const features = featuresOf(table.columns, target.column, table.ml).filter(column => column.summary.distinct.count > 1 && !isIdentifier(column));
    if (features.length === 0 || features.some(isKey) || !tellRowsApart(features, table.records)) return;
    const { index } = target.column;
    yield {
      place: { at: 'header', column: index },
      cells: { is: 'conflict', columns: features.map(column => column.index), label: index, at: index },
      severity: target.declared ? 'warning' : 'hint',
      message: say`${matched('row')} of ${table.records} equal to an earlier row in ${count(features.length, 'column')} but with another value of ${target.column}`,
      facts: told({ n: table.records, features: features.length }),
    };
  },
});

/** A quantity may differ between equal rows; that is noise, not a contradiction. */
function hasClasses({ column, task }: Target): boolean {
  const { distinct, classes } = column.summary;
  return task !== 'regression' && distinct.count > 1 && (task === 'classification' || (classes.float === 0 && distinct.count * 10 <= present(column)));
}

/** Numbers the rows, so it says nothing about what is in them. Columns without a name are mostly numbers of rows. */
const isIdentifier = (column: Column): boolean =>
  (namedLikeKey(column.name) || /^(?:Unnamed: \d+|column 1)?$/.test(column.name)) && column.summary.distinct.count >= present(column) * NEARLY_ALL;

/** Below what estimates of distinct values miss by. */
const NEARLY_ALL = 0.9;

/** No two rows are equal where a column never repeats itself. */
const isKey = ({ summary: { distinct, cells, missing } }: Column): boolean => distinct.exact && missing === 0 && distinct.count === cells;
