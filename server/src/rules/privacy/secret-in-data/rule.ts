import { told } from '../../../core/facts.ts';
import { matched, say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'secret-in-data',
  scope: 'column',
  summary: 'A cell holds a secret that opens a door somewhere',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['detectors'],
  options: {},

  *check({ column }) {
    const { notPersonal, examplesSynthetic } = column.field?.privacy ?? {};
    const best = column.evidence.find(({ detector, matches }) => detector.category === CREDENTIALS && matches > 0);
    if (!best || notPersonal || examplesSynthetic) return;
    const type: Message = { template: best.detector.title, parts: [] };
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'detector', id: best.detector.id },
      message: say`${column} holds ${matched('value')} that open something (${type}): take them out, and make them invalid where they are used`,
      facts: told({ detector: best.detector.id, matches: best.matches, looked: best.looked }),
    };
  },
});

/** Category of what somebody proves to be entitled with. */
const CREDENTIALS = 'user.authorization.credentials';
