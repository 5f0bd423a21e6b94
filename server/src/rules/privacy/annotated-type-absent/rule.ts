import { present, type Column } from '../../../core/column.ts';
import type { Detector } from '../../../core/detector.ts';
import { told } from '../../../core/facts.ts';
import { count, say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'annotated-type-absent',
  scope: 'resource',
  summary: 'No value of a column is of the type its annotation names',
  severity: 'information',
  dimension: 'validity',
  since: 'next',
  needs: ['detectors', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ table, detectors = [], options }) {
    for (const column of table.columns) {
      const privacy = column.field?.privacy;
      const declared = detectors.find(({ id }) => id === privacy?.type);
      if (!privacy || !declared || privacy.notPersonal || privacy.transform || !isAbsent(column, declared, options.least)) continue;
      const type: Message = { template: declared.title, parts: [] };
      yield {
        place: { at: 'header', column: column.index },
        message: say`None of ${count(column.values.length, 'value')} looked at in ${column} is what the annotation says (${type}); were they transformed?`,
        facts: told({ type: declared.id, looked: column.values.length, n: present(column) }),
        mirror: [...privacy.node, 'type'],
      };
    }
  },
});

/** Other evidence is a contradiction, which is another rule's matter. */
const isAbsent = (column: Column, declared: Detector, least: number): boolean =>
  present(column) >= least && column.values.length > 0 && column.evidence.every(({ grade }) => grade === 'low')
  && !column.values.some(({ text }) => declared.accepts(text.trim()));
