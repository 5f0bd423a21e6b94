import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { alignNames, outOfOrder } from '../../../util/alignment.ts';

export default defineRule({
  id: 'misordered-column',
  scope: 'resource',
  summary: 'A column is not where the description has it',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource: { fields, fieldsMatch }, table: { columns, reading } }) {
    if (fieldsMatch !== 'exact' || !reading.hasHeader || reading.container) return;
    const { pairs, renamed } = alignNames(fields.map(field => field.name), columns.map(column => column.name));
    const matched = [...pairs, ...renamed].sort(([a], [b]) => a - b);
    for (const moved of outOfOrder(matched.map(([, actual]) => actual))) {
      const [expected = 0, actual = 0] = matched[moved] ?? [];
      const [column, field, before] = [columns[actual], fields[expected], fields[expected - 1]];
      if (!column || !field) continue;
      const message = before
        ? say`The description has ${column} right after ${before}`
        : say`The description has ${column} as the first column`;
      yield {
        place: { at: 'header', column: actual }, message, mirror: [...field.node, 'name'], facts: { place: actual + 1, described: expected + 1 },
      };
    }
  },
});
