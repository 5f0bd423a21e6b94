import type { Finding } from '../core/finding.ts';
import type { Message, Part } from '../core/message.ts';
import type { ColumnMasks } from './mask.ts';

/** The finding with values of masked columns masked, so that whoever keeps or shows it cannot show them. */
export function maskFinding(finding: Finding, masks: ColumnMasks): Finding {
  const { fix } = finding;
  return {
    ...finding,
    message: maskMessage(finding.message, masks),
    related: finding.related.map(({ spot, message }) => ({ spot, message: maskMessage(message, masks) })),
    fix: fix && { ...fix, title: maskMessage(fix.title, masks) },
  };
}

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
