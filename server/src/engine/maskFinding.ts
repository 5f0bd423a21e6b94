import type { Finding, FindingFix } from '../core/finding.ts';
import type { Message, Part } from '../core/message.ts';
import type { ColumnMasks } from './mask.ts';

/** The finding with values of masked columns masked, so that whoever keeps or shows it cannot show them. */
export function maskFinding(finding: Finding, masks: ColumnMasks): Finding {
  const { fix, alternatives } = finding;
  const maskFix = (one: FindingFix): FindingFix => ({ ...one, title: maskMessage(one.title, masks) });
  return {
    ...finding,
    message: maskMessage(finding.message, masks),
    related: finding.related.map(({ spot, message }) => ({ spot, message: maskMessage(message, masks) })),
    fix: fix && maskFix(fix),
    facts: shownFacts(finding, masks),
    ...(alternatives && { alternatives: alternatives.map(maskFix) }),
  };
}

/**
 * The facts of a finding that may leave: where the values of its column are masked only counts, shares, thresholds and terms, told by their names, because
 * a greatest or an odd value is a value too.
 */
export function shownFacts({ facts, column }: Pick<Finding, 'facts' | 'column'>, masks: ColumnMasks): Finding['facts'] {
  if (!masks(column)) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([key]) => NO_VALUES.has(key)));
}

const NO_VALUES: ReadonlySet<string> = new Set([
  'n', 'threshold', 'share', 'rate', 'rows', 'cells', 'records', 'columns', 'column', 'classes', 'missing', 'distinct', 'present', 'expected', 'count', 'matches', 'looked', 'repeated', 'spellings',
  'detector', 'category', 'grade', 'chance', 'masked', 'claim', 'annotated', 'type', 'technique', 'measure', 'distance', 'how', 'kind', 'statistic', 'basis',
  'k', 'own', 'excluded', 'persons', 'with', 'promised', 'declared', 'measured', 'average', 'of', 'limit', 'power', 'strength', 'score', 'correlation', 'p', 'ratio', 'critical',
  'minLength', 'maxLength', 'bytes', 'period', 'accuracy', 'difference', 'trainedN', 'baseline',
]);

function maskMessage(message: Message, masks: ColumnMasks): Message {
  return { ...message, parts: message.parts.map(part => maskPart(part, masks)) };
}

function maskPart(part: Part, masks: ColumnMasks): Part {
  switch (part.kind) {
    case 'value': return { ...part, text: masks(part.column)?.(part.text) ?? part.text, column: -1 };
    case 'list': return { ...part, parts: part.parts.map(each => maskPart(each, masks)) };
    case 'message': return { ...part, message: maskMessage(part.message, masks) };
    default: return part;
  }
}
