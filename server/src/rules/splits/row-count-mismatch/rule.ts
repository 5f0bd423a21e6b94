import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import { isOneFile, SPLIT_ROLES, type ResourceDescription } from '../../../core/description.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule, type TableView } from '../../../core/rule.ts';

export default defineRule({
  id: 'row-count-mismatch',
  scope: 'resource',
  summary: 'A table or a part of it has another number of rows than its description says',
  severity: 'error',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {},

  *check({ resource, table }) {
    yield* ofTable(resource, table);
    const splits = table.ml?.splits;
    if (!splits) return;
    for (const role of SPLIT_ROLES) {
      const declared = splits.rows[role];
      const parts = splits.parts[role] ?? [];
      const [only] = parts;
      const ofFile = splits.column === undefined && parts.length === 1 && only === resource.name && resource.paths.length === 1;
      const found = ofFile ? table.records : splits.column === undefined ? undefined : rowsOf(table, splits.column, parts);
      if (declared === undefined || found === undefined || found === declared) continue;
      yield {
        place: { at: 'file' },
        message: say`The part ${name(role)} has ${count(found, 'row')}, the description says ${declared}`,
        facts: told({ rows: found, declared }),
        mirror: [...splits.node, 'rows', role],
      };
    }
  },
});

/** What is claimed of a table that is spread over files cannot be seen from one of them. */
function* ofTable(resource: ResourceDescription, { records }: TableView): Iterable<Problem> {
  const { rows } = resource;
  if (!rows || rows.value === records || !isOneFile(resource)) return;
  const message = say`The table has ${count(records, 'row')}, the description says ${rows.value}`;
  yield { place: { at: 'file' }, message, facts: told({ rows: records, declared: rows.value }), mirror: rows.node };
}

/** Rows that have one of some values in a column; `undefined` where not all of its values are known by their texts. */
function rowsOf({ columns }: TableView, columnName: string, parts: readonly string[]): number | undefined {
  const column = columns.find(one => one.name === columnName);
  if (!column?.summary.distinct.exact || column.values.length !== column.summary.distinct.count) return undefined;
  return column.values.filter(({ text }) => parts.includes(text)).reduce((sum, value) => sum + value.count, 0);
}
