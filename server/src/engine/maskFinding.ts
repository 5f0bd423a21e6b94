import type { DataFacts } from '../core/facts.ts';
import type { Finding, FindingFix } from '../core/finding.ts';
import type { Message, Part } from '../core/message.ts';
import { type ColumnMasks, shownValue } from './mask.ts';

/** The finding with values of masked columns masked, so that whoever keeps or shows it cannot show them. */
export function maskFinding(finding: Finding, masks: ColumnMasks): Finding {
  const { fix, alternatives } = finding;
  const maskFix = (one: FindingFix): FindingFix => ({ ...one, title: maskMessage(one.title, masks) });
  return {
    ...finding,
    message: maskMessage(finding.message, masks),
    related: finding.related.map(({ spot, message }) => ({ spot, message: maskMessage(message, masks) })),
    fix: fix && maskFix(fix),
    ...(finding.data && { data: shownData(finding.data, masks) }),
    ...(alternatives && { alternatives: alternatives.map(maskFix) }),
  };
}

/** All that may be told: facts that hold no data, and those of columns that are shown as they are. */
export function shownFacts({ facts, data = {} }: Pick<Finding, 'facts' | 'data'>, masks: ColumnMasks): Readonly<Record<string, number | string>> {
  return { ...facts, ...Object.fromEntries(Object.entries(shownData(data, masks)).map(([name, { of }]) => [name, of])) };
}

const shownData = (data: DataFacts, masks: ColumnMasks): DataFacts => Object.fromEntries(Object.entries(data).filter(([, { column }]) => !masks(column)));

function maskMessage(message: Message, masks: ColumnMasks): Message {
  return { ...message, parts: message.parts.map(part => maskPart(part, masks)) };
}

function maskPart(part: Part, masks: ColumnMasks): Part {
  switch (part.kind) {
    case 'value': return { ...part, text: shownValue(masks, part.column, part.text), column: -1 };
    case 'number': return maskNumber(part, masks);
    case 'list': return { ...part, parts: part.parts.map(each => maskPart(each, masks)) };
    case 'message': return { ...part, message: maskMessage(part.message, masks) };
    default: return part;
  }
}

function maskNumber(part: Extract<Part, { kind: 'number' }>, masks: ColumnMasks): Part {
  const mask = part.column === undefined ? undefined : masks(part.column);
  return mask ? { kind: 'value', text: mask(String(part.value)), column: -1 } : part;
}
