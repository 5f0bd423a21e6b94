import type { PrivacyDescription } from '../../../core/annotation.ts';
import type { Column } from '../../../core/column.ts';
import type { Evidence } from '../../../core/detector.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, say, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { claimedAnonymous } from '../../../util/anonymous.ts';

export default defineRule({
  id: 'identifier-in-anonymised-data',
  scope: 'column',
  summary: 'Data that is said to name nobody holds what names a person',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['detectors'],
  options: {},

  *check({ column, privacy }) {
    const claim = claimedAnonymous(privacy);
    const best = claim && naming(column);
    if (!privacy || !claim || !best) return;
    const { detector, matches, looked } = best;
    const type: Message = { template: detector.title, parts: [] };
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'detector', id: detector.id },
      message: say`${column} holds what names a person (${type}) in ${matched('cell')}, and the data is said to be ${name(claim.says)}`,
      facts: told({ detector: detector.id, matches, looked, claim: claim.says }),
      mirror: claimNode(privacy, claim.key),
    };
  },
});

/** What singles a person out by itself, and is there beyond doubt. What a transform was meant to take away is for `transform-not-applied` to find. */
function naming({ evidence, field }: Column): Evidence | undefined {
  const { notPersonal, examplesSynthetic, transform } = field?.privacy ?? {};
  if (notPersonal || examplesSynthetic || transform) return undefined;
  const [best] = evidence;
  return best && best.detector.role === 'direct-identifier' && best.grade !== 'low' && best.matches > 0 ? best : undefined;
}

const claimNode = ({ node }: PrivacyDescription, key: string): readonly (string | number)[] => [...node, key];
