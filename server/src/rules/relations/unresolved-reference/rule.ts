import { knowsAllValues } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { list, matched, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unresolved-reference',
  scope: 'reference',
  summary: 'A value refers to a row of another table that is not there',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct'],
  options: {},

  *check({ key, table, referenced }) {
    const [columns, there] = [columnsOf(key.fields, table.columns), columnsOf(key.reference, referenced.columns)];
    const [first] = columns;
    const [target] = there;
    if (!first || !target || columns.length < key.fields.length || there.length < key.reference.length) return;
    if (columns.length === 1 && knowsAllOf(first, target)) return;
    const own = list(columns.map(column => name(column.name)));
    const other = list(there.map(column => name(column.name)));
    yield {
      place: { at: 'header', column: first.index },
      cells: {
        is: 'not-in-other', table: referenced.name, columns: columns.map(({ index }) => index), from: there.map(({ index }) => index), at: first.index,
      },
      message: say`In ${matched('row')} the value of ${own} is not among those of ${other} in ${name(referenced.name)}`,
      related: [{ place: { at: 'header', column: target.index }, table: referenced.name, message: say`What may be referred to` }],
      mirror: key.node,
    };
  },
});

const columnsOf = (names: readonly string[], columns: readonly Column[]): readonly Column[] =>
  names.flatMap(wanted => columns.find(column => column.name === wanted) ?? []);

/** Every value of the one is among those that are known of the other: then no row has to be looked at. */
function knowsAllOf(column: Column, { summary }: Column): boolean {
  const known = new Set(summary.values.map(({ hash }) => hash));
  return knowsAllValues(column.summary) && column.summary.values.every(({ hash }) => known.has(hash));
}
