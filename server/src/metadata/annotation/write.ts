import type { ColumnPrivacy, PrivacyDescription } from '../../core/annotation.ts';
import type { Extra } from '../../core/description.ts';
import type { Json } from '../../core/problem.ts';
import { isSame, toJson } from '../../util/json.ts';
import { objectOf, type JsonObject } from '../document/shape.ts';
import { readColumnPrivacy, readDatasetPrivacy } from './read.ts';

/** The block of a dataset: as it was written where it still says what the description says, with keys and values that mean nothing to us. */
export function writeDatasetPrivacy(privacy: PrivacyDescription): JsonObject {
  const kept = objectOf(privacy.raw) ?? {};
  const { purposes, ...written } = datasetBlock(privacy);
  const said = privacy.purposes.length > 0 || 'purposes' in kept;
  return merged({ ...written, ...(said && purposes !== undefined && { purposes }) }, kept, datasetBlockOf);
}

/** The block of a column; `extra` is what `extraOfColumn` kept of the one it was read from. */
export function writeColumnPrivacy(privacy: ColumnPrivacy, extra: Extra | undefined): JsonObject {
  return merged(columnBlock(privacy), extra ?? {}, columnBlockOf);
}

/** What of a column's block the model does not give back as it was written. */
export function extraOfColumn(block: JsonObject | undefined): Extra | undefined {
  const given = columnBlockOf(block ?? {});
  const others = Object.entries(block ?? {}).filter(([key, value]) => !isSame(given[key], value));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** What the model says, in the words of the schema. */
const datasetBlock = ({ node: _, raw: __, purposes, ...known }: PrivacyDescription): JsonObject =>
  ({ ...blockOf(known), purposes: purposes.map(({ node: ___, ...purpose }) => blockOf(purpose)) });
const columnBlock = ({ node: _, isPartial: __, ...known }: ColumnPrivacy): JsonObject => blockOf(known);
const blockOf = (known: object): JsonObject => objectOf(toJson(known)) ?? {};

/** The same of a block that was written. */
function datasetBlockOf(block: JsonObject): JsonObject {
  const privacy = readDatasetPrivacy(block, []);
  return privacy ? datasetBlock(privacy) : {};
}

function columnBlockOf(block: JsonObject): JsonObject {
  const privacy = readColumnPrivacy(block, []);
  return privacy ? columnBlock(privacy) : {};
}

/** Key by key: as it was written where that reads as what is to be said; where it has changed, the new value with what is around it. */
function merged(written: JsonObject, kept: JsonObject, read: (block: JsonObject) => JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(written)])];
  return Object.fromEntries(keys.flatMap((key): readonly (readonly [string, Json])[] => {
    const [now, old] = [written[key], kept[key]];
    if (old !== undefined && isSame(read({ [key]: old })[key], now)) return [[key, old]];
    return now === undefined ? [] : [[key, withRest(now, old)]];
  }));
}

/** Keys beside those that are to be said stay. */
function withRest(now: Json, old: Json | undefined): Json {
  const [inner, outer] = [objectOf(now), objectOf(old)];
  if (Array.isArray(now) && Array.isArray(old)) return now.map((item: Json, i) => withRest(item, old[i]));
  return inner && outer ? { ...outer, ...Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, withRest(value, outer[key])])) } : now;
}
