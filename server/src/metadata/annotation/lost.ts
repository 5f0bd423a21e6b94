import type { Description } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { isSame, toJson } from '../../util/json.ts';
import { objectOf, type JsonObject } from '../document/shape.ts';

/** What of the annotations of one description another one does not say: by the name of what is missing, a part of it where the rest is there. */
export function lostOfAnnotation(before: Description, after: Description): readonly Message[] {
  const dataset = missingIn(blockOf(before.privacy), blockOf(after.privacy));
  const purposes = (before.privacy?.purposes ?? []).flatMap((purpose, i) =>
    missingIn(blockOf(purpose), blockOf(after.privacy?.purposes[i])).map(key => say`${name(key)} of the purpose ${name(purpose.use)}`));
  const columns = before.resources.flatMap(({ fields }, i) => fields.flatMap(field => {
    const other = after.resources[i]?.fields.find(one => one.name === field.name);
    return missingIn(blockOf(field.privacy), blockOf(other?.privacy)).map(key => say`${name(key)} of the annotation of ${field}`);
  }));
  return [...dataset.map(key => say`${name(key)} of the annotation`), ...purposes, ...columns];
}

/** The properties of an annotation, without where it stands. */
function blockOf(part: object | undefined): JsonObject {
  const { node: _, raw: __, isPartial: ___, purposes, ...block } = objectOf(toJson(part ?? {})) ?? {};
  const isOfColumn = Array.isArray(purposes) && purposes.every((item: Json) => typeof item === 'string');
  return isOfColumn ? { ...block, purposes } : block;
}

function missingIn(before: JsonObject, after: JsonObject): readonly string[] {
  return Object.entries(before).flatMap(([key, value]): readonly string[] => {
    const other = after[key];
    if (isSame(value, other)) return [];
    const [inner, outer] = [objectOf(value), objectOf(other)];
    return inner && outer ? missingIn(inner, outer).map(part => `${key}.${part}`) : [key];
  });
}
