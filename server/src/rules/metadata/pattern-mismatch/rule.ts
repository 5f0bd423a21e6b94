import { matched, name, say } from '../../../core/message.ts';
import { not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'pattern-mismatch',
  scope: 'resource',
  summary: 'A value does not follow the pattern of its column',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ table: { columns } }) {
    for (const column of columns) {
      const source = column.field?.constraints.pattern;
      if (!column.field || source === undefined) continue;
      yield {
        place: { at: 'header', column: column.index },
        cells: not({ is: 'pattern', source }),
        message: say`${column} has ${matched('value')} not matching the pattern ${name(source)}`,
        mirror: [...column.field.node, 'constraints', 'pattern'],
      };
    }
  },
});
