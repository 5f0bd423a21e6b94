import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { alignFields } from '../../../util/alignFields.ts';
import type { Alignment } from '../../../util/alignment.ts';
import { formOf, typeOf } from '../../../util/fieldTypes.ts';
import { fieldList } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'extra-column',
  scope: 'resource',
  summary: 'The data has a column that is not described',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['counts', 'values'],
  options: {},

  *check({ resource, table: { columns, reading } }) {
    const { fields, fieldsMatch, node } = resource;
    if (fieldsMatch !== 'exact' && fieldsMatch !== 'equal' && fieldsMatch !== 'superset') return;
    const mirror = [...node, 'schema', 'fields'];
    if (!reading.hasHeader) {
      if (columns.length <= fields.length) return;
      const message = say`The data has ${count(columns.length, 'column')}, the description ${count(fields.length, 'field')}`;
      yield { place: { at: 'header', column: fields.length }, message, mirror, facts: told({ columns: columns.length, fields: fields.length }) };
      return;
    }
    const list = fieldList(resource);
    const alignment = alignFields(fields, columns);
    for (const extra of alignment.extra) {
      const column = columns[extra];
      if (!column) continue;
      const fix = list && describe(column, [...list, placeOf(extra, alignment, fields.length)]);
      yield { place: { at: 'header', column: extra }, message: say`The column ${column} is not described`, mirror, ...(fix && { fix }) };
    }
  },
});

/** Before the field of the next column that is described. */
function placeOf(column: number, { pairs, renamed }: Alignment, end: number): number {
  const later = [...pairs, ...renamed].filter(([, actual]) => actual > column).sort(([, a], [, b]) => a - b);
  return later[0]?.[0] ?? end;
}

function describe(column: Column, path: NodePath): Fix {
  const type = typeOf(column);
  const format = formOf(column, type);
  const value = { name: column.name, ...(type !== 'any' && { type }), ...(format !== undefined && { format }) };
  return { title: say`Describe ${column}`, safety: 'unsafe', change: { do: 'insert-node', path, value } };
}
