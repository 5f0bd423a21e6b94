import type { Column } from '../../../core/column.ts';
import type { Detector, Evidence } from '../../../core/detector.ts';
import { told } from '../../../core/facts.ts';
import { count, name, say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'contradicted-annotation',
  scope: 'resource',
  summary: 'A column holds another kind of personal data than its annotation says',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['detectors'],
  options: {},

  *check({ table, detectors = [] }) {
    for (const column of table.columns) {
      const privacy = column.field?.privacy;
      const other = privacy?.type === undefined || privacy.notPersonal || privacy.transform ? undefined : contradiction(column, privacy.type, detectors);
      if (!privacy?.type || !other) continue;
      const { detector, matches, looked } = other;
      const type: Message = { template: detector.title, parts: [] };
      yield {
        place: { at: 'header', column: column.index },
        message: say`${column} is annotated as ${name(privacy.type)}, but ${matches} of ${count(looked, 'value')} looked at are something else (${type})`,
        facts: told({ annotated: privacy.type, detector: detector.id, matches, looked }),
        mirror: [...privacy.node, 'type'],
        fix: {
          title: say`Annotate the column as ${name(detector.id)}`, safety: 'unsafe',
          change: { do: 'set-node', path: [...privacy.node, 'type'], value: detector.id },
        },
      };
    }
  },
});

/** Something else that is there beyond doubt, where nothing of what is annotated is. Kinds of one category, such as two forms of telephone numbers, do not contradict each other. */
function contradiction({ evidence }: Column, annotated: string, detectors: readonly Detector[]): Evidence | undefined {
  const declared = detectors.find(({ id }) => id === annotated);
  const [best] = evidence;
  if (!declared || !best || best.grade === 'low' || best.detector.most === 'low') return undefined;
  return evidence.some(({ detector }) => detector.id === annotated || isKin(detector.category, declared.category)) ? undefined : best;
}

const isKin = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
