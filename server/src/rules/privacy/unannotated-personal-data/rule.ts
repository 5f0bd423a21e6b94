import type { PrivacyDescription } from '../../../core/annotation.ts';
import type { Column } from '../../../core/column.ts';
import type { FieldDescription } from '../../../core/description.ts';
import type { Detector, Evidence, MaskedColumn } from '../../../core/detector.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { claimedAnonymous } from '../../../util/anonymous.ts';

export default defineRule({
  id: 'unannotated-personal-data',
  scope: 'column',
  summary: 'A column holds personal data and no annotation says so',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['detectors'],
  options: {},

  *check({ column, privacy }) {
    const [best] = column.evidence;
    if (isAnnotated(column.field)) return;
    if (column.masked) yield* judgeMasked(column, column.masked);
    else if (best && !isSaidElsewhere(best, column, privacy)) yield judge(column, best);
  },
});

function judge(column: Column, evidence: Evidence): Problem {
  const { detector, grade, matches, looked } = evidence;
  const type = titleOf(evidence);
  return {
    place: { at: 'header', column: column.index },
    severity: detector.most === 'low' ? 'hint' : SEVERITY[grade],
    ...(matches > 0 && !(detector.most === 'low' && matches * 2 > looked) && { cells: { is: 'detector', id: detector.id }, examples: EXAMPLES }),
    message: wordsFor(column, evidence, type),
    facts: told({ detector: detector.id, category: detector.category, grade, matches, looked, threshold: detector.threshold, chance: detector.chance }),
    ...(column.field && { fix: annotation(column.field, detector, type) }),
  };
}

/** What it is, or which of few things; of many alike the first two say enough. */
function titleOf({ detector, or: [other] = [] }: Evidence): Message {
  const type: Message = { template: detector.title, parts: [] };
  const second: Message | undefined = other && { template: other.title, parts: [] };
  return second ? say`${type} or ${second}` : type;
}

/** What a mask leaves may still single somebody out, and what was masked for one reader is personal data for another. Masks of nobody knows what, and digests, say nothing. */
function* judgeMasked(column: Column, { how, detector, matches, looked }: MaskedColumn): Generator<Problem> {
  if (!detector) return;
  const type: Message = { template: detector.title, parts: [] };
  yield {
    place: { at: 'header', column: column.index },
    severity: 'information',
    message: say`${column} holds personal data that is masked already (${type}): ${say`${matches} of ${count(looked, 'value')} looked at`}; no annotation says so`,
    facts: told({ detector: detector.id, category: detector.category, masked: how, matches, looked }),
    ...(column.field && { fix: annotation(column.field, detector, type, how) }),
  };
}

/** It is the column that is personal: a few cells show it as well as all of them. */
const EXAMPLES = 10;

/** Name, shape and check digit together leave little doubt; a name alone is a reason to look. What narrows people down but singles out nobody is a hint. */
const SEVERITY = { high: 'error', medium: 'warning', low: 'information' } as const;

function wordsFor(column: Column, { grade, matches, looked }: Evidence, type: Message): Message {
  const share = say`${matches} of ${count(looked, 'value')} looked at`;
  switch (grade) {
    case 'high': return say`${column} holds personal data (${type}): ${share}; no annotation says so`;
    case 'medium': return say`${column} seems to hold personal data (${type}): ${share}; no annotation says so`;
    case 'low':
      if (matches * 2 > looked) return say`${column} may hold personal data (${type}): ${share}; no annotation says so`;
      return matches > 0
        ? say`${column} holds personal data (${type}) in places: ${share}; no annotation says so`
        : say`The name ${column} suggests personal data (${type}); no annotation says so`;
  }
}

/** Secrets are worse than unannotated, and so is a name in data that is said to name nobody: `secret-in-data` and `identifier-in-anonymised-data` say so. */
function isSaidElsewhere({ detector, grade, matches }: Evidence, { field }: Column, privacy: PrivacyDescription | undefined): boolean {
  if (matches === 0 || field?.privacy?.examplesSynthetic) return false;
  if (detector.category === 'user.authorization.credentials') return true;
  return claimedAnonymous(privacy) !== undefined && detector.role === 'direct-identifier' && grade !== 'low' && !field?.privacy?.transform;
}

function isAnnotated(field: FieldDescription | undefined): boolean {
  const privacy = field?.privacy;
  return privacy?.category !== undefined || privacy?.type !== undefined || privacy?.notPersonal === true || privacy?.isPartial === true;
}

/** Declaring what the column holds changes no data, but it is a statement that somebody has to stand for. */
function annotation({ node, privacy }: FieldDescription, { category, role }: Detector, type: Message, technique?: string): Fix {
  const title = say`Annotate the column as personal data (${type})`;
  if (privacy) return { title, safety: 'unsafe', change: { do: 'set-node', path: [...privacy.node, 'category'], value: category } };
  const value = technique === undefined ? { category, role } : { category, role: 'quasi-identifier', transform: { technique } };
  return { title, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'privacy'], value } };
}
