import type { FieldDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { say } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { alignFields } from '../../../util/alignFields.ts';
import { outOfOrder } from '../../../util/alignment.ts';
import { fieldList } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'misordered-column',
  scope: 'resource',
  summary: 'A column is not where the description has it',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource, table: { columns, reading } }) {
    const { fields, fieldsMatch } = resource;
    if (fieldsMatch !== 'exact' || !reading.hasHeader || reading.container) return;
    const { pairs, renamed } = alignFields(fields, columns);
    const matched = [...pairs, ...renamed].sort(([a], [b]) => a - b);
    for (const moved of outOfOrder(matched.map(([, actual]) => actual))) {
      const [expected = 0, actual = 0] = matched[moved] ?? [];
      const [column, field, before] = [columns[actual], fields[expected], fields[expected - 1]];
      if (!column || !field) continue;
      const message = before
        ? say`The description has ${column} right after ${before}`
        : say`The description has ${column} as the first column`;
      const to = matched.filter(([, other]) => other < actual).length;
      yield {
        place: { at: 'header', column: actual }, message, mirror: [...field.node, 'name'], facts: told({ place: actual + 1, described: expected + 1 }),
        ...(matched.length === fields.length && fieldList(resource) && { fix: move(field, to) }),
      };
    }
  },
});

const move = (field: FieldDescription, to: number): Fix =>
  ({ title: say`Move ${field} in the description to where the data has it`, safety: 'unsafe', change: { do: 'move-node', path: field.node, to } });
