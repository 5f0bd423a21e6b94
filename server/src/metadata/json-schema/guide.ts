import { say, type Message } from '../../core/message.ts';
import type { Guide } from '../../core/standard.ts';
import { tableGuide, type GuideEntry } from '../document/tableGuide.ts';
import { KEYWORDS, type Shape, TYPES } from './keywords.ts';

/** What keywords mean for rows of data, in the order they are usually written. */
const WORDS: Readonly<Record<string, Message>> = {
  '$schema': say`The edition of JSON Schema this schema is written in.`,
  '$id': say`The address this schema is known by.`,
  '$ref': say`Another schema that holds here.`,
  '$defs': say`Schemas that others refer to.`,
  definitions: say`Schemas that others refer to; $defs since 2019-09.`,
  '$comment': say`A remark for those who keep the schema up.`,
  title: say`A title for people, one line.`,
  description: say`What the values mean.`,
  type: say`What kind of value this is.`,
  properties: say`The columns of a row, by their names.`,
  patternProperties: say`Columns by regular expressions of their names.`,
  additionalProperties: say`What holds for columns that are not listed; false where there may be none.`,
  propertyNames: say`What holds for names of columns.`,
  required: say`The columns whose values may not be missing.`,
  enum: say`The only values there may be.`,
  const: say`The only value there may be.`,
  default: say`The value where none is given.`,
  examples: say`Some values.`,
  format: say`How text is written: date, date-time, email, uri, uuid.`,
  pattern: say`A regular expression that is to be found in the text.`,
  minLength: say`The fewest characters.`,
  maxLength: say`The most characters.`,
  minimum: say`The least value there may be.`,
  maximum: say`The greatest value there may be.`,
  exclusiveMinimum: say`Values are greater than this.`,
  exclusiveMaximum: say`Values are less than this.`,
  multipleOf: say`Values are multiples of this.`,
  items: say`What the items of a list are.`,
  prefixItems: say`What the first items of a list are, one by one.`,
  minItems: say`The fewest items.`,
  maxItems: say`The most items.`,
  uniqueItems: say`Whether no item occurs twice.`,
  contains: say`What at least one item is.`,
  minProperties: say`The fewest keys of an object.`,
  maxProperties: say`The most keys of an object.`,
  dependentRequired: say`Columns that have to be there where another one is.`,
  allOf: say`Schemas that all hold.`,
  anyOf: say`Schemas of which one at least holds.`,
  oneOf: say`Schemas of which exactly one holds.`,
  not: say`A schema that does not hold.`,
  if: say`A schema that decides which of the next two holds.`,
  then: say`What holds where the condition does.`,
  else: say`What holds where the condition does not.`,
  deprecated: say`Whether the column should no longer be used.`,
  readOnly: say`Whether the value is only read.`,
  writeOnly: say`Whether the value is only written.`,
  contentEncoding: say`How the bytes in the text are encoded, base64 for instance.`,
  contentMediaType: say`What kind of document the text is.`,
};

const EDITIONS: readonly string[] = ['https://json-schema.org/draft/2020-12/schema', 'https://json-schema.org/draft/2019-09/schema', 'http://json-schema.org/draft-07/schema#'];
const FORMATS: readonly string[] = ['date', 'date-time', 'time', 'duration', 'email', 'uri', 'uuid', 'hostname', 'ipv4', 'ipv6'];

const LISTS: ReadonlySet<Shape> = new Set<Shape>(['list', 'texts', 'schemas']);
const MAPS: ReadonlySet<Shape> = new Set<Shape>(['schema-map', 'schema-or-texts-map', 'texts-map']);

const NUMBERS: ReadonlySet<Shape> = new Set<Shape>(['count', 'number', 'positive']);

function typeOf(shape: Shape): GuideEntry['type'] {
  if (shape === 'truth' || shape === 'any') return shape;
  if (LISTS.has(shape)) return 'list';
  if (MAPS.has(shape) || shape === 'schema') return 'object';
  return NUMBERS.has(shape) ? 'number' : 'text';
}

function entryOf(keyword: string, shape: Shape): GuideEntry {
  const words = WORDS[keyword];
  return {
    type: typeOf(shape),
    ...(words && { words }),
    ...(shape.startsWith('schema') && { to: MAPS.has(shape) ? 'Map' : 'Schema' }),
    ...(keyword === 'type' ? { values: TYPES } : keyword === 'format' ? { values: FORMATS } : keyword === '$schema' ? { values: EDITIONS } : {}),
    ...(keyword === 'required' ? { names: 'field' } : keyword === 'enum' || keyword === 'const' || keyword === 'examples' ? { names: 'value' } : {}),
  };
}

const shapes = KEYWORDS[2020];
const ordered = [...Object.keys(WORDS).filter(keyword => shapes.has(keyword)), ...[...shapes.keys()].filter(keyword => !(keyword in WORDS))];

/** What an editor offers in a schema of rows: keywords, their closed lists, and names and values of the columns. */
export const GUIDE: Guide = tableGuide({
  root: 'Schema',
  kinds: { Schema: Object.fromEntries(ordered.map(keyword => [keyword, entryOf(keyword, shapes.get(keyword) ?? 'any')])), Map: { '*': { type: 'object', to: 'Schema' } } },
  // The properties of a row are columns; those of objects in its cells are not.
  keys: (_, path) => (path.filter(step => step !== 'items').join('/') === 'properties' ? 'column' : undefined),
  page: () => 'https://json-schema.org/understanding-json-schema/keywords',
});
