import { matched, name, say } from '../../../core/message.ts';
import { perItem } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { constraintNode } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'pattern-mismatch',
  scope: 'resource',
  summary: 'A value does not follow the pattern of its column',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource, table: { columns } }) {
    for (const column of columns) {
      const source = column.field?.constraints.pattern;
      if (!column.field || source === undefined) continue;
      const path = constraintNode(resource, column.field, 'pattern');
      yield {
        place: { at: 'header', column: column.index },
        cells: perItem(column.field.separator, column.field.missingValues, { is: 'not', of: { is: 'pattern', source } }),
        message: say`${column} has ${matched('value')} not matching the pattern ${name(source)}`,
        mirror: [...column.field.node, 'constraints', 'pattern'],
        ...(path && { fix: { title: say`Remove the pattern of ${column}`, safety: 'unsafe', change: { do: 'remove-node', path } } }),
      };
    }
  },
});
