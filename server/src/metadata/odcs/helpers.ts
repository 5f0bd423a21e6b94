import { name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, type JsonObject } from '../document/shape.ts';

/** The objects of a list, each with its node. */
export function itemsOf(given: Json | undefined, node: NodePath): readonly (readonly [JsonObject, NodePath])[] {
  return (listOf(given) ?? []).flatMap((item, i) => {
    const object = objectOf(item);
    return object ? [[object, [...node, i]] as const] : [];
  });
}

export const wrong = (path: NodePath, message: Message, part: 'key' | 'value' = 'value'): Complaint => ({ kind: 'schema', path, part, message });
export const missing = (path: NodePath, key: string): Complaint => wrong(path, say`${name(key)} is missing here and has to be given`, 'key');

/** A word that has to be of a list, with the one that was probably meant. */
export function stranger(given: string, path: NodePath, known: readonly string[], message: Message): Complaint {
  const meant = mostSimilar(given, known);
  if (meant === undefined) return wrong(path, message);
  return {
    ...wrong(path, say`${message}; did you mean ${quote(meant, -1)}?`),
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}

/** A key that has no meaning where it stands. */
export function strangeKey(key: string, path: NodePath, known: readonly string[], siblings: JsonObject, of: string): Complaint {
  const meant = mostSimilar(key, known);
  const complaint = { kind: 'unknown-key', path: [...path, key], part: 'key' } as const;
  if (meant === undefined || meant in siblings) return { ...complaint, message: say`${name(key)} is not a key of ${name(of)}` };
  return {
    ...complaint, message: say`${name(key)} is not a key of ${name(of)}; did you mean ${name(meant)}?`,
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: [...path, key], to: meant } },
  };
}
