import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint, ComplaintKind } from '../../core/standard.ts';

/** One complaint where there is something to say, none otherwise. */
export function complain(
  path: NodePath, part: 'key' | 'value', message: Message | false | undefined, { kind = 'schema', fix }: { readonly kind?: ComplaintKind; readonly fix?: Fix | undefined } = {},
): readonly Complaint[] {
  return message ? [{ kind, path, part, message, ...(fix && { fix }) }] : [];
}

export const setTo = (path: NodePath, value: Json, title: Message, safety: Fix['safety'] = 'unsafe'): Fix => ({ title, safety, change: { do: 'set-node', path, value } });
export const remove = (path: NodePath, title: Message, safety: Fix['safety'] = 'unsafe'): Fix => ({ title, safety, change: { do: 'remove-node', path } });
export const rename = (path: NodePath, to: string, title: Message): Fix => ({ title, safety: 'unsafe', change: { do: 'rename-node', path, to } });
