import type { NodePath } from '../../core/place.ts';
import type { Guide, GuideName, GuideProperty } from '../../core/standard.ts';
import { schemaAt, typesOf } from './schemaNodes.ts';
import { listOf, objectOf, type JsonObject } from './shape.ts';

/** What a standard adds to its schema for people who write; keys are the names on the way to a node, with `/` between. */
export interface GuideWords {
  /** Lists of values that are not in the schema. */
  readonly values?: (key: string) => readonly string[] | undefined;
  readonly names?: (key: string) => GuideName | undefined;
  readonly hasSchema?: boolean;
}

/** What an editor offers in documents of a JSON Schema. */
export function schemaGuide(schema: JsonObject, { values, names, hasSchema = false }: GuideWords): Guide {
  const at = (path: NodePath): JsonObject => schemaAt(schema, [], path);
  return {
    hasSchema,
    properties: path => Object.keys(objectOf(at(path)['properties']) ?? {}).map((name): GuideProperty => ({ name, type: kindOf(at([...path, name])), words: undefined })),
    values: path => values?.(keyOf(path)) ?? valuesOf(at(path)),
    explain: () => undefined,
    names: path => names?.(keyOf(path)),
  };
}

const keyOf = (path: NodePath): string => path.filter(step => typeof step === 'string').join('/');

const KINDS: Readonly<Record<string, GuideProperty['type']>> = { string: 'text', number: 'number', integer: 'number', boolean: 'truth', array: 'list', object: 'object' };

/** Of several kinds the one with the most parts, which is the one that says most. */
function kindOf(schema: JsonObject): GuideProperty['type'] {
  const types = typesOf(schema);
  return KINDS[['array', 'object'].find(type => types.includes(type)) ?? types[0] ?? ''] ?? 'any';
}

function valuesOf(schema: JsonObject): readonly string[] {
  const allowed = listOf(schema['enum']) ?? (schema['const'] === undefined ? [] : [schema['const']]);
  return allowed.length === 0 && typesOf(schema).includes('boolean') ? ['true', 'false'] : allowed.map(String);
}
