import { name, say, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';

/** What makes a document invalid: the recommendation has validators raise an error. */
export const broken = (path: NodePath, part: 'key' | 'value', message: Message): Complaint => ({ kind: 'schema', path, part, message });

/** What the recommendation has readers pass over with a warning, as if the property were not there. */
export const ignored = (path: NodePath, part: 'key' | 'value', message: Message, fix?: Fix): Complaint =>
  ({ kind: 'ignored', path, part, message, ...(fix && { fix }) });

/** A property that has to be there. */
export const missing = (path: NodePath, key: string): Complaint => broken(path, 'key', say`${name(key)} is missing here and has to be given`);

/** A name that leads nowhere, with the one that was probably meant. */
export function unknownName(
  kind: 'ignored' | 'reference', path: NodePath, given: string, known: readonly string[], what: 'column' | 'table' | 'schema',
): Complaint {
  const meant = known.length > MOST_COMPARED ? undefined : mostSimilar(given, known);
  const complaint = { kind, path, part: 'value' } as const;
  if (meant === undefined) return { ...complaint, message: unknown(given, what) };
  const fix: Fix = { title: say`Replace with ${name(meant)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } };
  return { ...complaint, message: say`${unknown(given, what)}; did you mean ${name(meant)}?`, fix };
}

/** Names compared for similarity; in longer lists something is always similar. */
const MOST_COMPARED = 500;

function unknown(given: string, what: 'column' | 'table' | 'schema'): Message {
  switch (what) {
    case 'column': return say`No column is called ${name(given)}`;
    case 'table': return say`No table has the address ${name(given)}`;
    default: return say`No schema has the address ${name(given)}`;
  }
}
