import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Guide, GuideName, GuideProperty } from '../../core/standard.ts';
import { schemaAt, typesOf } from './schemaNodes.ts';
import { listOf, objectOf, type JsonObject } from './shape.ts';

/**
 * What a standard adds to its schema for people who write; keys are the names on the way to a node, with `/` between and `*` for names that anybody may
 * choose.
 */
export interface GuideWords {
  /** What properties mean, by the end of their key: the longest one that is listed counts. */
  readonly words?: Readonly<Record<string, Message>>;
  /** Lists of values that are not in the schema. */
  readonly values?: (key: string) => readonly string[] | undefined;
  readonly names?: (key: string) => GuideName | undefined;
  readonly keys?: (key: string) => GuideName | undefined;
  /** Properties that are not in the schema. */
  readonly properties?: (key: string) => readonly GuideProperty[] | undefined;
  readonly page: (key: string) => string;
  readonly hasSchema?: boolean;
}

/** What an editor offers in documents of a JSON Schema; `others` are the schemas it refers to by their `$id`. */
export function schemaGuide(
  schema: JsonObject, { words = {}, values, names, keys, properties, page, hasSchema = false }: GuideWords, others: readonly JsonObject[] = [],
): Guide {
  const at = (path: NodePath): JsonObject => schemaAt(schema, others, path);
  const keyOf = (path: NodePath): string => keyIn(at, path);
  const explain = (path: NodePath): Message | undefined => wordsFor(words, keyOf(path));
  const listed = (path: NodePath): readonly GuideProperty[] => Object.keys(objectOf(at(path)['properties']) ?? {})
    .map((name): GuideProperty => ({ name, type: kindOf(at([...path, name])), words: explain([...path, name]) }));
  return {
    hasSchema, explain,
    properties: path => properties?.(keyOf(path)) ?? listed(path),
    values: path => values?.(keyOf(path)) ?? valuesOf(at(path)),
    names: path => names?.(keyOf(path)),
    keys: path => keys?.(keyOf(path)),
    page: path => page(keyOf(path)),
  };
}

/** Names on the way to a node; a name that the schema lets anybody choose is a star. */
function keyIn(at: (path: NodePath) => JsonObject, path: NodePath): string {
  return path.flatMap((step, i) => {
    if (typeof step === 'number') return [];
    const above = at(path.slice(0, i));
    return [objectOf(above['additionalProperties']) && !(step in (objectOf(above['properties']) ?? {})) ? '*' : step];
  }).join('/');
}

/** The words of the longest end of a key that has some. */
export function wordsFor(words: Readonly<Record<string, Message>>, key: string): Message | undefined {
  const steps = key.split('/');
  return steps.map((_, i) => words[steps.slice(i).join('/')]).find(found => found !== undefined);
}

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
