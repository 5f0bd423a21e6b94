import type { Complaint } from '../../core/standard.ts';
import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, type JsonObject } from '../document/shape.ts';
import { complain, rename } from './complain.ts';

/** Shorter keys are like too many others. */
const SHORTEST = 4;
/** Keys with a complaint of their own where they are missing. */
const REQUIRED = new Set(['name', 'path', 'data', 'resources', 'fields', 'reference', 'value']);

/** Keys that the best known implementation and the best known portal of the standard write, and that are like others. */
const OWN = new Set(['scheme', 'stats', 'layout', 'control', 'checklist', 'checks', 'source', 'organisation', 'related']);

/**
 * Keys that readers pass over and that are nearly ones of the standard. Documents are open, so a key that is like no other is somebody's own. `keysAt`
 * are the keys the standard has for the object at a path.
 */
export function slipComplaints(root: Json, keysAt: (path: NodePath) => readonly string[]): readonly Complaint[] {
  const known = new Map<string, readonly string[]>();
  const keysOf = (path: NodePath): readonly string[] => {
    const shape = path.map(step => (typeof step === 'number' ? 0 : step));
    const key = shape.join('/');
    const keys = known.get(key) ?? keysAt(shape);
    known.set(key, keys);
    return keys;
  };
  const slips = (object: JsonObject | undefined, path: NodePath): readonly Complaint[] => (object ? slipsOf(object, path, keysOf(path)) : []);
  const listed = (value: Json | undefined, path: NodePath): readonly Complaint[] => (listOf(value) ?? []).flatMap((item, i) => slips(objectOf(item), [...path, i]));
  const document = objectOf(root);
  return [
    ...slips(document, []),
    ...['licenses', 'sources', 'contributors'].flatMap(key => listed(document?.[key], [key])),
    ...(listOf(document?.['resources']) ?? []).flatMap((item, i) => {
      const [resource, path] = [objectOf(item), ['resources', i]];
      const schema = objectOf(resource?.['schema']);
      return [
        ...slips(resource, path), ...slips(objectOf(resource?.['dialect']), [...path, 'dialect']), ...slips(schema, [...path, 'schema']),
        ...listed(schema?.['fields'], [...path, 'schema', 'fields']), ...listed(schema?.['foreignKeys'], [...path, 'schema', 'foreignKeys']),
      ];
    }),
  ];
}

function slipsOf(object: JsonObject, path: NodePath, known: readonly string[]): readonly Complaint[] {
  return Object.keys(object).filter(key => key.length >= SHORTEST && !known.includes(key) && !OWN.has(key)).flatMap(key => {
    const meant = likeliest(key, known);
    if (meant === undefined || meant in object || REQUIRED.has(meant)) return [];
    const at = [...path, key];
    return complain(at, 'key', say`${name(key)} is not known here and is passed over; did you mean ${name(meant)}?`, {
      kind: 'ignored', fix: rename(at, meant, say`Rename to ${name(meant)}`),
    });
  });
}

/** The same letters in another case or with other joints (`missing_values`) mean the same; else a slip of the pen. */
function likeliest(key: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  return known.find(one => plain(one) === plain(key)) ?? mostSimilar(key, known.filter(one => one.length >= SHORTEST && Math.abs(one.length - key.length) <= 1));
}
