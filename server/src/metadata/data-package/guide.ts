import type { Guide, GuideName, GuideProperty } from '../../core/standard.ts';
import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { nameInBlock } from '../annotation/guide.ts';
import { ANNOTATION_SCHEMAS } from '../annotation/schemas.ts';
import { schemaAt, typesOf } from '../document/schemaNodes.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { WORDS } from './guideWords.ts';
import { kindOf, PLACES } from './kinds.ts';
import dataPackage from './schema/data-package.schema.json';
import ml from './schema/ml.schema.json';

/** What an editor offers in a Data Package and its parts, from the schema of the standard. */
export const GUIDE: Guide = {
  hasSchema: true,
  properties: (path, fileName) => Object.entries(objectOf(at(path, fileName)['properties']) ?? {}).map(([name, schema]): GuideProperty => ({
    name, type: typeIn(objectOf(schema) ?? {}, at([...path, name], fileName)), words: wordsAt([...whole(path, fileName), name]),
  })),
  values: (path, fileName) => (isTerm(path, fileName) ? [] : valuesOf(at(path, fileName))),
  explain: (path, fileName) => wordsAt(whole(path, fileName)),
  page: (path, fileName) => PAGES.find(([pattern]) => pattern.test(keyOf(whole(path, fileName))))?.[1],
  names: (path, fileName) => nameAt(keyOf(whole(path, fileName))),
};

/** Pages of the standard; the blocks that are Lintel's own have none. */
const PAGES: readonly (readonly [RegExp, string | undefined])[] = [
  [/(?:^|\/)privacy(?:\/|$)|^ml(?:\/|$)/, undefined], [/^resources\/dialect/, 'https://datapackage.org/standard/table-dialect/'],
  [/^resources\/schema/, 'https://datapackage.org/standard/table-schema/'], [/^resources\//, 'https://datapackage.org/standard/data-resource/'],
  [/^/, 'https://datapackage.org/standard/data-package/'],
];

/** Values with a meaning of their own are offered with it. */
const isTerm = (path: NodePath, fileName: string): boolean => /\/(?:legalBasis|specialBasis|technique)$/.test(keyOf(whole(path, fileName)));

/** The path in a package of what stands at a path of a document. */
const whole = (path: NodePath, fileName: string): NodePath => [...PLACES[kindOf(fileName) ?? 'package'], ...path];
const at = (path: NodePath, fileName: string): JsonObject => schemaAt(dataPackage, [...ANNOTATION_SCHEMAS, ml], whole(path, fileName));
const keyOf = (path: NodePath): string => path.filter(step => typeof step === 'string').join('/');

function wordsAt(path: NodePath): Message | undefined {
  const last = String(path.at(-1) ?? '');
  return WORDS[keyOf(path)] ?? (last === 'title' || last === 'description' || last === 'name' ? WORDS[last] : undefined);
}

const TYPES: Readonly<Record<string, GuideProperty['type']>> = { string: 'text', number: 'number', integer: 'number', boolean: 'truth', array: 'list', object: 'object' };

function typeIn(own: JsonObject, resolved: JsonObject): GuideProperty['type'] {
  const types = typesOf(resolved);
  if (types.includes('object') && !types.includes('array')) return 'object';
  return types.length > 1 && types.includes('array') ? 'list' : TYPES[types[0] ?? ''] ?? (textOf(own['$ref']) === undefined ? 'any' : 'object');
}

function valuesOf(schema: JsonObject): readonly string[] {
  const allowed = listOf(schema['enum']) ?? (schema['const'] === undefined ? [] : [schema['const']]);
  if (allowed.length === 0 && typesOf(schema).includes('boolean')) return ['true', 'false'];
  return allowed.map(String);
}

function nameAt(key: string): GuideName | undefined {
  const [, field, below] = /^(resources\/schema\/fields\/)?privacy\/(.*)$/.exec(key) ?? [];
  return below === undefined ? NAMES.find(([pattern]) => pattern.test(key))?.[1] : nameInBlock(field === undefined ? 'dataset' : 'column', below);
}

const NAMES: readonly (readonly [RegExp, GuideName])[] = [
  [/^resources\/path$/, 'path'], [/^resources\/(?:schema|dialect)$/, 'document'],
  [/^resources\/schema\/fields\/name$/, 'column'], [/^resources\/schema\/(?:primaryKey|uniqueKeys|foreignKeys\/fields)$/, 'field'],
  [/^resources\/schema\/foreignKeys\/reference\/resource$|^ml\/splits\/(?:train|validation|test)$/, 'resource'],
  [/^resources\/schema\/foreignKeys\/reference\/fields$/, 'referenced-field'],
  [/^ml\/(?:target|features|ignore|group|time|groups|splits\/column)$/, 'any-field'],
  [/^resources\/schema\/fields\/(?:constraints\/enum|categories(?:\/value)?|missingValues|trueValues|falseValues)$/, 'value'],
  [/(?:^|\/)licenses\/name$/, 'licence'], [/^resources\/encoding$/, 'encoding'], [/^resources\/mediatype$/, 'media-type'],
];
