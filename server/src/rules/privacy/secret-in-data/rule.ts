import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say, type Message } from '../../../core/message.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { spansOfAll } from '../../../util/freeText/personalSpans.ts';
import { isText, mayBeUnseen } from '../../../util/freeText/texts.ts';

export default defineRule({
  id: 'secret-in-data',
  scope: 'column',
  summary: 'A cell holds a secret that opens a door somewhere',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['values', 'detectors'],
  options: {},

  *check({ column }) {
    if (isMadeUp(column)) return;
    const best = bestOf(column);
    const inside = !isText(column) ? 0 : spansOfAll(column.values).filter(spans => spans.some(({ kind }) => kind === 'secret')).length;
    if (!best && inside === 0 && !mayBeUnseen(column)) return;
    const type: Message = best ? { template: best.detector.title, parts: [] } : say`secret or access key`;
    yield {
      place: { at: 'header', column: column.index },
      cells: best ? { is: 'or', of: [{ is: 'detector', id: best.detector.id }, INSIDE] } : SECRETS,
      message: say`${column} holds ${matched('value')} that open something (${type}): take them out, and make them invalid where they are used`,
      facts: told({ detector: best?.detector.id ?? '', matches: best?.matches ?? inside, looked: column.values.length }),
    };
  },
});

const isMadeUp = ({ field }: Column): boolean => field?.privacy?.notPersonal === true || field?.privacy?.examplesSynthetic === true;

const bestOf = ({ evidence }: Column) => evidence.find(({ detector, matches }) => detector.category === CREDENTIALS && matches > 0);

/** Category of what somebody proves to be entitled with. */
const CREDENTIALS = 'user.authorization.credentials';

const INSIDE: CellQuery = { is: 'personal', of: 'secret' };
/** Cells that are secrets of forms nothing else has, or have one inside. */
const SECRETS: CellQuery = { is: 'or', of: [{ is: 'detector', id: 'secret' }, { is: 'detector', id: 'private-key' }, { is: 'detector', id: 'json-web-token' }, INSIDE] };
