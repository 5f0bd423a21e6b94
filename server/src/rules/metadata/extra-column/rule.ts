import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { alignNames } from '../../../util/alignment.ts';

export default defineRule({
  id: 'extra-column',
  scope: 'resource',
  summary: 'The data has a column that is not described',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource: { fields, fieldsMatch, node }, table: { columns, reading } }) {
    if (fieldsMatch !== 'exact' && fieldsMatch !== 'equal' && fieldsMatch !== 'superset') return;
    const mirror = [...node, 'schema', 'fields'];
    if (!reading.hasHeader) {
      if (columns.length <= fields.length) return;
      const message = say`The data has ${count(columns.length, 'column')}, the description ${count(fields.length, 'field')}`;
      yield { place: { at: 'header', column: fields.length }, message, mirror, facts: { columns: columns.length, fields: fields.length } };
      return;
    }
    for (const extra of alignNames(fields.map(field => field.name), columns.map(column => column.name)).extra) {
      const column = columns[extra];
      if (column) yield { place: { at: 'header', column: extra }, message: say`The column ${column} is not described`, mirror };
    }
  },
});
