import { knowsAllValues } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableView } from '../../../core/rule.ts';
import { featuresOf, targetOf } from '../../../core/target.ts';

export default defineRule({
  id: 'too-few-rows-per-feature',
  scope: 'table',
  summary: 'There are few rows for as many columns',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: { least: { default: 10, description: 'Rows of the rarest class (for quantities: rows) that there should be for each feature.' } },

  *check({ table, options }) {
    const target = targetOf(table.columns, table.ml);
    if (!target?.declared) {
      if (table.columns.length >= WIDE && table.records > 1 && table.records < table.columns.length) yield wide(table);
      return;
    }
    const features = featuresOf(table.columns, target.column, table.ml).length;
    const events = eventsOf(target.column, target.task);
    if (features === 0 || events === undefined || events.count >= options.least * features) return;
    const ratio = number(Math.round((10 * events.count) / features) / 10);
    yield {
      place: { at: 'header', column: target.column.index },
      message: events.of === 'class'
        ? say`The rarest class of ${target.column} has ${count(events.count, 'row')} for ${count(features, 'column')} to learn from, ${ratio} each; at least ${options.least} are advised`
        : say`There are ${count(events.count, 'row')} with ${target.column} for ${count(features, 'column')} to learn from, ${ratio} each; at least ${options.least} are advised`,
      facts: told({ rows: events.count, features, threshold: options.least }),
    };
  },
});

/** Narrower tables are short lists of something, not rows to learn from. */
const WIDE = 20;

const wide = ({ records, columns }: TableView) => ({
  place: { at: 'file' } as const,
  message: say`The table has ${count(records, 'row')} and ${count(columns.length, 'column')}: fewer rows than columns`,
  facts: told({ rows: records, columns: columns.length }),
});

/** Rows that tell something new: those of the rarest class, all rows with a value where the target is a quantity. Unknown where not all classes are. */
function eventsOf({ summary, values }: Column, task: 'classification' | 'regression' | undefined): { readonly count: number; readonly of: 'class' | 'row' } | undefined {
  const known = knowsAllValues(summary) && values.length === summary.distinct.count && values.length > 1;
  if (task === 'classification' && !known) return undefined;
  const classes = task !== 'regression' && known && (task === 'classification' || values.length <= MOST_CLASSES);
  return classes ? { count: Math.min(...values.map(one => one.count)), of: 'class' } : { count: summary.cells - summary.missing, of: 'row' };
}

/** A target without a declared task that has more values than this is taken for a quantity. */
const MOST_CLASSES = 20;
