import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, percent, say } from '../../../core/message.ts';
import { isAbsent } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-key',
  scope: 'table',
  summary: 'A few records lack a key that all others have',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    usual: { default: 0.95, description: 'Share of records that must have the key, from 0 to 1, before the others are reported.' },
    least: { default: 20, description: 'Files of fewer records are not judged.' },
  },

  *check({ table: { columns, records, reading }, options }) {
    if (!reading.container || records < options.least) return;
    for (const column of columns) {
      const { cells } = column.summary;
      if (cells >= records || cells < records * options.usual || !isExpected(column, columns, records)) continue;
      yield {
        place: { at: 'header', column: column.index },
        cells: isAbsent,
        message: say`${matched('row')} of ${records} lack the key ${column}, which ${percent(cells / records)} have`,
        facts: told({ n: records, share: cells / records, threshold: options.usual }),
      };
    }
  },
});

/**
 * Whether every record could have the key: one at the top, or one of an object that is there in every record, as another of its keys tells. A path that
 * has arrays or objects in other records lacks nothing there.
 */
function isExpected({ name }: Column, columns: readonly Column[], records: number): boolean {
  const plain = name.replace(/\[\]$|\{\}$/, '');
  const isMixed = columns.some(other => other.name !== name && (other.name === plain || other.name === `${plain}[]` || other.name.startsWith(`${plain}.`)));
  const parent = plain.slice(0, plain.lastIndexOf('.') + 1);
  return !isMixed && (parent === '' || columns.some(other => other.name.startsWith(parent) && other.summary.cells === records));
}
