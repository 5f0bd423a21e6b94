import type { PrivacyDescription, Retention } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, number, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import { dayAgo } from '../../../util/period.ts';

export default defineRule({
  id: 'retention-exceeded',
  scope: 'resource',
  summary: 'Rows are kept for longer than the annotation says',
  severity: 'error',
  dimension: 'timeliness',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ table: { columns, privacy }, today }) {
    if (today === undefined) return;
    for (const { retention, column, node } of promisesOf(columns, privacy)) {
      const limit = dayAgo(today, retention.period ?? '', 1);
      if (limit === undefined || column.summary.classes.date + column.summary.classes.datetime === 0) continue;
      yield {
        place: { at: 'header', column: column.index },
        cells: { is: 'not-after', moment: limit },
        message: say`${column} is more than ${name(retention.period ?? '')} ago in ${matched('cell')} of ${number(present(column))}: those rows are kept for too long`,
        facts: told({ period: retention.period ?? '', before: limit, n: present(column) }),
        mirror: [...node, 'period'],
        ...(retention.action === 'delete' && { fix: { title: say`Delete the rows`, safety: 'unsafe' as const, change: { do: 'delete-row' as const } } }),
      };
    }
  },
});

interface Promised {
  readonly retention: Retention;
  readonly column: Column;
  readonly node: NodePath;
}

/** The retention of the dataset, and those of columns that differ from it, each with the column its time begins at. Archives are kept on purpose. */
function promisesOf(columns: readonly Column[], privacy: PrivacyDescription | undefined): readonly Promised[] {
  const all = [
    ...(privacy?.retention ? [{ retention: privacy.retention, node: [...privacy.node, 'retention'] }] : []),
    ...columns.flatMap(({ field }) => (field?.privacy?.retention ? [{ retention: field.privacy.retention, node: [...field.privacy.node, 'retention'] }] : [])),
  ];
  return all.flatMap(({ retention, node }) => {
    const column = columns.find(one => one.name === retention.from);
    return column && retention.action !== 'archive' ? [{ retention, column, node }] : [];
  });
}
