/** Editions of JSON Schema that are told apart: 7 stands for draft-06 and draft-07, whose keywords are the same here. */
export type Draft = 4 | 7 | 2019 | 2020;

/** What the value of a keyword has to be. */
export type Shape =
  | 'text' | 'truth' | 'number' | 'positive' | 'count' | 'list' | 'texts' | 'object' | 'truths'
  /** A schema, several of them, or either. */
  | 'schema' | 'schemas' | 'schema-or-schemas' | 'schema-map' | 'schema-or-texts-map' | 'texts-map'
  | 'type' | 'id' | 'anchor' | 'any';

const of = (shape: Shape, words: string): readonly (readonly [string, Shape])[] => words.split(' ').map(word => [word, shape] as const);

/** Keywords all editions have. */
const COMMON: ReadonlyMap<string, Shape> = new Map([
  ...of('text', '$ref title description format pattern'),
  ...of('id', '$id $schema'),
  ...of('number', 'minimum maximum exclusiveMinimum exclusiveMaximum'),
  ...of('positive', 'multipleOf'),
  ...of('count', 'minLength maxLength minItems maxItems minProperties maxProperties'),
  ...of('truth', 'uniqueItems'),
  ...of('list', 'enum'),
  ...of('texts', 'required'),
  ...of('type', 'type'),
  ...of('schema', 'additionalProperties not'),
  ...of('schemas', 'allOf anyOf oneOf'),
  ...of('schema-map', 'properties patternProperties definitions'),
  ...of('schema-or-texts-map', 'dependencies'),
  ...of('any', 'default const'),
]);
const SINCE_7 = [
  ...of('text', '$comment contentMediaType contentEncoding'), ...of('truth', 'readOnly writeOnly'), ...of('schema', 'propertyNames contains if then else'), ...of('list', 'examples'),
] as const;
const SINCE_2019 = [
  ...of('anchor', '$anchor'), ...of('schema-map', '$defs dependentSchemas'), ...of('texts-map', 'dependentRequired'), ...of('count', 'minContains maxContains'),
  ...of('schema', 'unevaluatedItems unevaluatedProperties contentSchema'), ...of('truth', 'deprecated'), ...of('truths', '$vocabulary'),
] as const;

/** The keywords of an edition. */
export const KEYWORDS: Readonly<Record<Draft, ReadonlyMap<string, Shape>>> = {
  4: new Map([...COMMON, ...of('text', 'id'), ...of('truth', 'exclusiveMinimum exclusiveMaximum'), ...of('schema', 'additionalItems'), ...of('schema-or-schemas', 'items')]),
  7: new Map([...COMMON, ...SINCE_7, ...of('schema', 'additionalItems'), ...of('schema-or-schemas', 'items')]),
  2019: new Map([
    ...COMMON, ...SINCE_7, ...SINCE_2019, ...of('schema', 'additionalItems'), ...of('schema-or-schemas', 'items'), ...of('text', '$recursiveRef'), ...of('truth', '$recursiveAnchor'),
  ]),
  2020: new Map([
    ...COMMON, ...SINCE_7, ...SINCE_2019, ...of('schema', 'items'), ...of('schemas', 'prefixItems'), ...of('text', '$dynamicRef $recursiveRef'),
    ...of('anchor', '$dynamicAnchor $recursiveAnchor'),
  ]),
};

/** Keywords of later editions, by the first one that has them; and what became of those that went. */
export const CAME_WITH: ReadonlyMap<string, string> = new Map([
  ...['$defs', 'dependentSchemas', 'dependentRequired', 'minContains', 'maxContains', 'unevaluatedItems', 'unevaluatedProperties'].map(word => [word, '2019-09'] as const),
  ['prefixItems', '2020-12'],
]);

export const TYPES: readonly string[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** The edition a schema says it is of; the newest where it says nothing, `undefined` where it is of none that is known. */
export function draftOf(schema: string | undefined): Draft | undefined {
  if (schema === undefined) return 2020;
  const found = /^https?:\/\/json-schema\.org\/(?:draft-0([4-7])\/(?:hyper-)?schema|draft\/(2019-09|2020-12)\/schema|schema)#?$/.exec(schema.trim());
  if (!found) return undefined;
  if (found[2] !== undefined) return found[2] === '2019-09' ? 2019 : 2020;
  return found[1] === undefined ? 2020 : found[1] === '4' || found[1] === '5' ? 4 : 7;
}
