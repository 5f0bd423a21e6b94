import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { isEvaluable } from '../document/pattern.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { expectation, limitWords } from '../document/words.ts';
import { itemsOf, missing, strangeKey, stranger, wrong } from './helpers.ts';
import { qualityComplaints } from './quality.ts';

/** Properties of an object and all below them. */
export function propertyComplaints(element: JsonObject, node: NodePath): readonly Complaint[] {
  const properties = itemsOf(element['properties'], [...node, 'properties']);
  const seen = new Set<string>();
  const repeated = properties.flatMap(([property, path]) => {
    const called = textOf(property['name']);
    const again = called !== undefined && seen.has(called);
    seen.add(called ?? '');
    return again ? [wrong([...path, 'name'], say`Another property is called ${name(called)} already`)] : [];
  });
  return [...repeated, ...keyComplaints(properties), ...properties.flatMap(([property, path]) => ofOne(property, path))];
}

function ofOne(property: JsonObject, path: NodePath): readonly Complaint[] {
  const items = objectOf(property['items']);
  const map = objectOf(property['map']);
  const inner = [[items, [...path, 'items']], [objectOf(map?.['key']), [...path, 'map', 'key']], [objectOf(map?.['value']), [...path, 'map', 'value']]] as const;
  return [
    ...typeComplaints(property, path),
    ...relationComplaints(property, path),
    ...qualityComplaints(property, path),
    ...propertyComplaints(property, path),
    ...inner.flatMap(([one, at]) => (one ? ofOne(one, at) : [])),
  ];
}

/** Where a key leads from is told by where it stands. */
function relationComplaints(property: JsonObject, path: NodePath): readonly Complaint[] {
  return itemsOf(property['relationships'], [...path, 'relationships']).filter(([relation]) => 'from' in relation)
    .map(([, at]) => wrong([...at, 'from'], say`A relationship of a property begins at that property; ${name('from')} is for those of an object`, 'key'));
}

type OptionType = 'integer' | 'number' | 'string' | 'boolean' | 'array' | readonly string[];
const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const bounds = (type: OptionType): Readonly<Record<string, OptionType>> => Object.fromEntries(BOUNDS.map(bound => [bound, type]));

/** Options of a type, and what each has to be. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {
  string: { minLength: 'integer', maxLength: 'integer', pattern: 'string', format: 'string' },
  date: { format: 'string', ...bounds('string') },
  timestamp: { format: 'string', ...bounds('string'), timezone: 'boolean', defaultTimezone: 'string' },
  time: { format: 'string', ...bounds('string'), timezone: 'boolean', defaultTimezone: 'string' },
  integer: { multipleOf: 'number', ...bounds('number'), format: ['i8', 'i16', 'i32', 'i64', 'i128', 'u8', 'u16', 'u32', 'u64', 'u128'] },
  number: { multipleOf: 'number', ...bounds('number'), format: ['f32', 'f64'] },
  object: { minProperties: 'integer', maxProperties: 'integer', required: 'array' },
  array: { minItems: 'integer', maxItems: 'integer', uniqueItems: 'boolean' },
  vector: {
    dimensions: 'integer', elementType: ['bfloat16', 'binary', 'float16', 'float32', 'float64', 'int8', 'uint8'], distanceMetric: ['cosine', 'dotProduct', 'euclidean', 'hamming', 'manhattan'],
    embeddingModel: 'string', embeddingModelVersion: 'string', normalized: 'boolean',
  },
};

function typeComplaints(property: JsonObject, path: NodePath): readonly Complaint[] {
  const type = textOf(property['logicalType']);
  const options = objectOf(property['logicalTypeOptions']) ?? {};
  const at = [...path, 'logicalTypeOptions'];
  const known = type === undefined ? undefined : OPTIONS[type];
  return [
    ...partComplaints(property, type, path),
    ...(type === 'vector' && !('dimensions' in options) ? [missing('logicalTypeOptions' in property ? at : path, 'dimensions')] : []),
    ...(known ? Object.keys(options).filter(key => !(key in known)).map(key => strangeKey(key, at, Object.keys(known), options, `logicalTypeOptions: ${type}`)) : []),
    ...(known ? Object.entries(known).flatMap(([key, wanted]) => optionComplaint(options[key], wanted, [...at, key], key)) : []),
    ...crossed(options, at),
    ...patternComplaints(textOf(options['pattern']), [...at, 'pattern']),
  ];
}

function patternComplaints(source: string | undefined, path: NodePath): readonly Complaint[] {
  if (source === undefined || isEvaluable(source)) return [];
  return [{ kind: 'unchecked', path, part: 'value', message: say`This pattern cannot be evaluated here, so it is not checked` }];
}

/** Parts belong to the types that have them. */
function partComplaints(property: JsonObject, type: string | undefined, path: NodePath): readonly Complaint[] {
  const parts = [['properties', 'object'], ['items', 'array'], ['map', 'map']] as const;
  return [
    ...parts.flatMap(([key, owner]) => {
      const misplaced = key in property && type !== undefined && type !== owner;
      return misplaced ? [wrong([...path, key], say`${name(key)} is for the type ${quote(owner, -1)}; this is of the type ${quote(type, -1)}`, 'key')] : [];
    }),
    ...(type === 'map' && !('map' in property) ? [missing(path, 'map')] : []),
  ];
}

const COUNTS: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'minProperties', 'maxProperties', 'minItems', 'maxItems']);

function optionComplaint(given: Json | undefined, wanted: OptionType, path: NodePath, key: string): readonly Complaint[] {
  if (given === undefined) return [];
  if (typeof wanted !== 'string') {
    const text = textOf(given);
    return text !== undefined && wanted.includes(text) ? [] : [stranger(text ?? '', path, wanted, say`${name(key)} should be one of ${quote(wanted.join(', '), -1)}`)];
  }
  const fits = wanted === 'integer' ? Number.isInteger(given) : wanted === 'array' ? listOf(given) !== undefined : typeof given === wanted;
  if (!fits) return [wrong(path, say`${name(key)} should be ${expectation(wanted)}`)];
  const least = COUNTS.has(key) ? 0 : key === 'dimensions' ? 1 : -Infinity;
  if ((numberOf(given) ?? 0) < least) return [wrong(path, limitWords('minimum', { name: key }, least))];
  return key === 'multipleOf' && (numberOf(given) ?? 1) <= 0 ? [wrong(path, limitWords('exclusiveMinimum', { name: key }, 0))] : [];
}

/** Bounds that leave nothing. */
function crossed(options: JsonObject, at: NodePath): readonly Complaint[] {
  return [['minLength', 'maxLength'], ['minimum', 'maximum'], ['minItems', 'maxItems'], ['minProperties', 'maxProperties']].flatMap(([low = '', high = '']) => {
    const [least, most] = [numberOf(options[low]), numberOf(options[high])];
    return least !== undefined && most !== undefined && least > most ? [wrong([...at, high], say`No value can be at least ${quote(String(least), -1)} and at most ${quote(String(most), -1)}`)] : [];
  });
}

/** Positions of a key count from 1, each once. */
function keyComplaints(properties: readonly (readonly [JsonObject, NodePath])[]): readonly Complaint[] {
  const seen = new Set<number>();
  return properties.flatMap(([property, path]) => {
    const position = numberOf(property['primaryKeyPosition']);
    if (property['primaryKey'] !== true || position === undefined || position === -1) return [];
    const again = seen.has(position);
    seen.add(position);
    if (position < 1) return [wrong([...path, 'primaryKeyPosition'], say`Positions of a key count from ${1}`)];
    return again ? [wrong([...path, 'primaryKeyPosition'], say`Another property has this position in the key already`)] : [];
  });
}
