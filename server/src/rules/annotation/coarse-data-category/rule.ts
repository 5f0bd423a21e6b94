import { told } from '../../../core/facts.ts';
import { say, value as quote, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'coarse-data-category',
  scope: 'column',
  summary: 'A column is annotated with a wider category than its values have',
  severity: 'information',
  dimension: 'accuracy',
  since: 'next',
  needs: ['detectors'],
  options: {},

  *check({ column }) {
    const { category, node = [] } = column.field?.privacy ?? {};
    const [best] = column.evidence;
    // The annotation says already that it is something of the kind, so most values are enough.
    if (category === undefined || !best || best.matches * 2 <= best.looked || !best.detector.category.startsWith(`${category}.`)) return;
    const type: Message = { template: best.detector.title, parts: [] };
    const finer = best.detector.category;
    const path = [...node, 'category'];
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is annotated as ${quote(category, -1)}; its values (${type}) are ${quote(finer, -1)}`,
      facts: told({ detector: best.detector.id, matches: best.matches, looked: best.looked }),
      ...(node.at(-1) === 'privacy' && {
        mirror: path,
        fix: { title: say`Annotate it as ${quote(finer, -1)}`, safety: 'unsafe' as const, change: { do: 'set-node' as const, path, value: finer } },
      }),
    };
  },
});
