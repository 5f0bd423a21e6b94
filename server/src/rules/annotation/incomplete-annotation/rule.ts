import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'incomplete-annotation',
  scope: 'column',
  summary: 'A column has no annotation where the dataset says that all have one',
  severity: 'warning',
  dimension: 'completeness',
  since: 'next',
  needs: ['detectors'],
  options: {},

  // A column with evidence of personal data is told of by the rule that knows of it.
  *check({ column, privacy }) {
    const { field } = column;
    const isAnnotated = field?.privacy !== undefined && Object.keys(field.privacy).length > 1;
    if (privacy?.complete !== true || isAnnotated || column.evidence.length > 0) return;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} has no annotation; the description says that all columns have one`,
      mirror: [...privacy.node, 'complete'],
      ...(field && {
        fix: {
          title: say`Annotate ${column} as not personal`, safety: 'unsafe' as const,
          change: { do: 'set-node' as const, path: [...field.node, 'privacy'], value: { notPersonal: true } },
        },
      }),
    };
  },
});
