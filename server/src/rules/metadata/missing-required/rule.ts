import { missingValuesOf } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import { isMissing } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { constraintNode } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'missing-required',
  scope: 'resource',
  summary: 'A required value is missing',
  severity: 'error',
  dimension: 'completeness',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource, table: { columns, reading, records } }) {
    for (const column of columns) {
      const { field, index, nullSpellings } = column;
      const isKey = field !== undefined && resource.primaryKey?.includes(field.name) === true;
      if (!field || !(isKey || field.constraints.required === true)) continue;
      const absent = reading.dialect.values?.startsWith('json') ? records - column.summary.cells : 0;
      if (absent > 0) {
        const message = say`${column} is required, and its key is absent from ${count(absent, 'row')}`;
        yield { place: { at: 'header', column: index }, message, facts: told({ absent }), mirror: [...field.node, 'constraints', 'required'] };
      }
      const declared = missingValuesOf(field, resource);
      const gaps = nullSpellings.filter(spelling => declared.includes(reading.nullTokens[spelling.index] ?? ''));
      if (gaps.length === 0) continue;
      const path = isKey ? undefined : constraintNode(resource, field, 'required');
      yield {
        place: { at: 'header', column: index },
        cells: isMissing(gaps.map(spelling => spelling.index)),
        message: isKey
          ? say`The primary key ${column} lacks ${matched('value')}`
          : say`${column} is required and lacks ${matched('value')}`,
        mirror: isKey ? [...resource.node, 'schema', 'primaryKey'] : [...field.node, 'constraints', 'required'],
        ...(path && { fix: { title: say`Declare that ${column} may lack values`, safety: 'unsafe', change: { do: 'remove-node', path } } }),
      };
    }
  },
});
