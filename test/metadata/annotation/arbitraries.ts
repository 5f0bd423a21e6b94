import fc from 'fast-check';
import type { ColumnPrivacy, PrivacyDescription } from '../../../server/src/core/annotation.ts';
import type { NodePath } from '../../../server/src/core/place.ts';
import type { Json } from '../../../server/src/core/problem.ts';
import { writeDatasetPrivacy } from '../../../server/src/metadata/annotation/write.ts';
import { keptOfColumn, keptOfDataset } from '../../../server/src/metadata/annotation/schemas.ts';
import columnSchema from '../../../server/src/metadata/annotation/schema/column-privacy.schema.json';
import datasetSchema from '../../../server/src/metadata/annotation/schema/privacy.schema.json';
import { readColumnPrivacy, readDatasetPrivacy } from '../../../server/src/metadata/annotation/read.ts';
import { objectOf, listOf, textOf, type JsonObject } from '../../../server/src/metadata/document/shape.ts';
import { Schemas, type InSchema } from '../../../server/src/metadata/document/schemaNodes.ts';

const schemas = new Schemas(datasetSchema, [columnSchema]);
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(text => !text.includes('\uFEFF') && text !== '__proto__');
const number = fc.constantFrom(0, 0.25, 0.5, 0.75, 1, 2, 3, 10);
/** Texts that keep the patterns of the schemas. */
const NOTATIONS = ['P3Y', 'P6M', '2026-05', '2026-05-31', 'DE', 'CN-11', 'gdpr', 'gdpr@2018-05'];

/** Values that keep a schema, or nearly: what does not is taken out by `kept`. */
function valuesOf(place: InSchema): fc.Arbitrary<Json> {
  const { schema, within } = schemas.resolve(place.schema, place.within);
  const allowed = schema['const'] === undefined ? listOf(schema['enum']) : [schema['const']];
  if (allowed) return fc.constantFrom(...allowed);
  const types = listOf(schema['type'])?.map(String) ?? [textOf(schema['type']) ?? ''];
  return fc.oneof(...types.map(type => valuesOfType(type, { schema, within })));
}

function valuesOfType(type: string, place: InSchema): fc.Arbitrary<Json> {
  const { schema } = place;
  switch (type) {
    case 'string': return schema['pattern'] === undefined ? word : fc.constantFrom(...NOTATIONS);
    case 'boolean': return fc.boolean();
    case 'array': return fc.array(valuesOf(schemas.below(place, 0)), { maxLength: 3 });
    case 'object': return objectsOf(place);
    default: return number;
  }
}

function objectsOf({ schema, within }: InSchema): fc.Arbitrary<JsonObject> {
  const rest = objectOf(schema['additionalProperties']);
  if (rest) return fc.dictionary(word, valuesOf({ schema: rest, within }), { maxKeys: 3, noNullPrototype: true });
  const properties = Object.entries(objectOf(schema['properties']) ?? {});
  const entries = properties.map(([key, inner]) => fc.option(valuesOf({ schema: objectOf(inner) ?? {}, within }), { freq: 2 }).map(value => [key, value] as const));
  return fc.tuple(...entries).map(list => Object.fromEntries(list.flatMap(([key, value]) => (value === null ? [] : [[key, value]]))));
}

/** Blocks of datasets and of columns without a mistake. */
export const datasetBlocks = valuesOf({ schema: datasetSchema, within: datasetSchema }).map(block => keptOfDataset(block) ?? {});
export const columnBlocks = valuesOf({ schema: columnSchema, within: columnSchema }).map(block => keptOfColumn(block) ?? {});

/** Annotations as reading gives them. */
export const datasetPrivacy = (node: NodePath): fc.Arbitrary<PrivacyDescription> => datasetBlocks.map(block => {
  const read = readDatasetPrivacy(block, node) ?? { purposes: [], node, raw: {} };
  return { ...read, raw: writeDatasetPrivacy({ ...read, raw: {} }) };
});
export const columnPrivacy = (node: NodePath): fc.Arbitrary<ColumnPrivacy> => columnBlocks.map(block => readColumnPrivacy(block, node) ?? { node });
