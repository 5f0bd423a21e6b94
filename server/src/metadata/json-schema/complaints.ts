import { list, name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { editDistance, mostSimilar } from '../../util/similar.ts';
import { isEvaluable } from '../document/pattern.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { expectation } from '../document/words.ts';
import { CAME_WITH, KEYWORDS, TYPES, type Draft, type Shape } from './keywords.ts';
import { isWithin } from './pointers.ts';

/** What a schema is checked with: all of the document, for references, and its edition. */
interface Around {
  readonly root: Json;
  readonly draft: Draft;
  readonly complaints: Complaint[];
}

/** What is wrong with a schema as its edition has it, at every depth, and what in it cannot be meant. */
export function schemaDocumentComplaints(root: Json, draft: Draft): readonly Complaint[] {
  const around: Around = { root, draft, complaints: [] };
  visitSchema(root, [], around);
  return around.complaints;
}

const wrong = (around: Around, path: NodePath, message: Message): void => {
  around.complaints.push({ kind: 'schema', path, part: 'value', message });
};

function visitSchema(given: Json, path: NodePath, around: Around): void {
  const schema = objectOf(given);
  if (!schema) {
    if (typeof given !== 'boolean' || around.draft === 4) wrong(around, path, say`A schema is an object, or true or false`);
    return;
  }
  const keywords = KEYWORDS[around.draft];
  for (const [key, value] of Object.entries(schema)) {
    const shape = keywords.get(key);
    if (shape !== undefined) visitValue(value, shape, [...path, key], around);
    else strangeKey(key, path, schema, around);
  }
  consider(schema, path, around);
}

function visitValue(value: Json, shape: Shape, path: NodePath, around: Around): void {
  const key = name(String(path.at(-1)));
  const should = (words: Message): void => wrong(around, path, say`${key} should be ${words}`);
  switch (shape) {
    case 'any': return;
    case 'text': return typeof value === 'string' ? undefined : should(expectation('string'));
    case 'truth': return typeof value === 'boolean' ? undefined : should(expectation('boolean'));
    case 'number': return typeof value === 'number' ? undefined : should(expectation('number'));
    case 'positive': return typeof value === 'number' && value > 0 ? undefined : should(say`a number greater than 0`);
    case 'count': return Number.isInteger(value) && Number(value) >= 0 ? undefined : should(say`a whole number that is not negative`);
    case 'list': return listOf(value) ? emptyEnum(value, path, around) : should(expectation('array'));
    case 'object': return objectOf(value) ? undefined : should(expectation('object'));
    case 'truths': return Object.values(objectOf(value) ?? { none: 0 }).every(one => typeof one === 'boolean') ? undefined : should(say`an object of true and false`);
    case 'id': return visitId(value, path, around);
    case 'anchor': return /^[A-Za-z_][-A-Za-z0-9._]*$/.test(textOf(value) ?? '') ? undefined : should(say`a name of letters, digits and hyphens`);
    case 'texts': return visitTexts(value, path, around);
    case 'type': return visitType(value, path, around);
    default: return visitSchemas(value, shape, path, around);
  }
}

function visitSchemas(value: Json, shape: Shape, path: NodePath, around: Around): void {
  const items = listOf(value);
  const map = objectOf(value);
  if (shape === 'schema' || (shape === 'schema-or-schemas' && !items)) return visitSchema(value, path, around);
  if (shape === 'schemas' || shape === 'schema-or-schemas') {
    if (!items || items.length === 0) return wrong(around, path, say`${name(String(path.at(-1)))} should be a list of schemas that is not empty`);
    return items.forEach((item, i) => visitSchema(item, [...path, i], around));
  }
  if (!map) return wrong(around, path, say`${name(String(path.at(-1)))} should be ${expectation('object')}`);
  for (const [key, item] of Object.entries(map)) {
    const at = [...path, key];
    if (path.at(-1) === 'patternProperties' && !isEvaluable(key)) around.complaints.push({ kind: 'unchecked', path: at, part: 'key', message: UNEVALUATED });
    if (shape === 'texts-map' || (shape === 'schema-or-texts-map' && listOf(item))) visitTexts(item, at, around);
    else visitSchema(item, at, around);
  }
}

const UNEVALUATED = say`This pattern cannot be evaluated here, so it is not checked`;

function visitId(value: Json, path: NodePath, around: Around): void {
  const text = textOf(value);
  if (text === undefined) return wrong(around, path, say`${name(String(path.at(-1)))} should be ${expectation('string')}`);
  if (path.at(-1) === '$id' && around.draft >= 2019 && /#./.test(text)) wrong(around, path, say`An identifier has no fragment; ${name('$anchor')} names a part of a schema`);
}

/** An empty enumeration is allowed and nothing keeps it. */
function emptyEnum(value: Json, path: NodePath, around: Around): void {
  const items = listOf(value) ?? [];
  if (path.at(-1) !== 'enum') return;
  if (items.length === 0) around.complaints.push({ kind: 'ignored', path, part: 'value', message: say`No value is one of an empty list` });
  const seen = new Set<string>();
  items.forEach((item, i) => {
    const text = JSON.stringify(item);
    if (seen.has(text)) around.complaints.push({ kind: 'ignored', path: [...path, i], part: 'value', message: say`This is in the list already` });
    seen.add(text);
  });
}

function visitTexts(value: Json, path: NodePath, around: Around): void {
  const items = listOf(value);
  if (!items) return wrong(around, path, say`${name(String(path.at(-1)))} should be ${expectation('array')}`);
  const seen = new Set<Json>();
  items.forEach((item, i) => {
    if (typeof item !== 'string') wrong(around, [...path, i], say`This should be the name of a property`);
    else if (seen.has(item)) wrong(around, [...path, i], say`This is in the list already`);
    seen.add(item);
  });
}

function visitType(value: Json, path: NodePath, around: Around): void {
  const items = listOf(value);
  if (!items) return visitTypeName(value, path, around);
  if (items.length === 0) return wrong(around, path, say`${name('type')} is empty; it has to hold something`);
  const seen = new Set<Json>();
  items.forEach((item, i) => {
    if (seen.has(item)) wrong(around, [...path, i], say`This is in the list already`);
    else visitTypeName(item, [...path, i], around);
    seen.add(item);
  });
}

/** What other languages call the types. */
const ALIASES: Readonly<Record<string, string>> = {
  int: 'integer', float: 'number', double: 'number', decimal: 'number', str: 'string', text: 'string', bool: 'boolean', dict: 'object', list: 'array', date: 'string',
};

function visitTypeName(value: Json, path: NodePath, around: Around): void {
  const given = textOf(value);
  if (given !== undefined && TYPES.includes(given)) return;
  const meant = given === undefined ? undefined : ALIASES[given.toLowerCase()] ?? mostSimilar(given, TYPES);
  if (given === undefined || meant === undefined) return wrong(around, path, say`${name('type')} should be one of ${list(TYPES.map(type => quote(type, -1)))}`);
  around.complaints.push({
    kind: 'schema', path, part: 'value', message: say`${quote(given, -1)} is no type; did you mean ${quote(meant, -1)}?`,
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  });
}

/** Further keywords are allowed and mean nothing; those that are nearly a keyword, or one of a later edition, are told. */
function strangeKey(key: string, path: NodePath, schema: JsonObject, { draft, complaints, root }: Around): void {
  const at = [...path, key];
  const edition = CAME_WITH.get(key);
  // A reference by its path finds definitions whatever they are called.
  if (key === '$defs' && JSON.stringify(root).includes('"#/$defs/')) return;
  if (edition !== undefined) {
    complaints.push({ kind: 'ignored', path: at, part: 'key', message: say`${name(key)} came with ${quote(edition, -1)} and means nothing in the edition this schema is of` });
    return;
  }
  if (key.length < 5 || OTHERS.has(key)) return;
  const words = [...KEYWORDS[draft].keys()];
  const meant = words.find(word => word.length > 4 && editDistance(key, word, 1) <= 1) ?? words.find(word => word.length > 7 && editDistance(key, word, 2) <= 2);
  if (meant === undefined || meant in schema) return;
  complaints.push({
    kind: 'ignored', path: at, part: 'key', message: say`${name(key)} is no keyword and means nothing; did you mean ${name(meant)}?`,
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: at, to: meant } },
  });
}

/** Words of OpenAPI and others that are nearly keywords. */
const OTHERS: ReadonlySet<string> = new Set(['example', 'titles', 'formats']);

/** What is well-formed and cannot be meant. */
function consider(schema: JsonObject, path: NodePath, around: Around): void {
  for (const [low, high] of [['minimum', 'maximum'], ['minLength', 'maxLength'], ['minItems', 'maxItems'], ['minProperties', 'maxProperties']] as const) {
    const [least, most] = [numberOf(schema[low]), numberOf(schema[high])];
    if (least !== undefined && most !== undefined && least > most) {
      around.complaints.push({ kind: 'ignored', path: [...path, high], part: 'value', message: say`No value can be at least ${quote(String(least), -1)} and at most ${quote(String(most), -1)}` });
    }
  }
  const pattern = textOf(schema['pattern']);
  if (pattern !== undefined && !isEvaluable(pattern)) around.complaints.push({ kind: 'unchecked', path: [...path, 'pattern'], part: 'value', message: UNEVALUATED });
  considerReference(textOf(schema['$ref']), [...path, '$ref'], around);
  considerRequired(schema, path, around);
}

function considerReference(reference: string | undefined, path: NodePath, { root, complaints }: Around): void {
  if (reference === undefined || reference === '#') return;
  if (!reference.startsWith('#')) {
    const own = textOf(objectOf(root)?.['$id']);
    const isOwn = own !== undefined && (reference === own || reference.startsWith(`${own}#`));
    if (!isOwn) complaints.push({ kind: 'unchecked', path, part: 'value', message: say`${quote(reference, -1)} is another document and is not looked at` });
    return;
  }
  if (!reference.startsWith('#/') || isWithin(root, reference)) return;
  complaints.push({ kind: 'reference', path, part: 'value', message: say`There is nothing at ${quote(reference, -1)} in this schema` });
}

/** A property that has to be there and must not be. */
function considerRequired(schema: JsonObject, path: NodePath, { complaints }: Around): void {
  const properties = objectOf(schema['properties']);
  if (schema['additionalProperties'] !== false || !properties || 'patternProperties' in schema || 'allOf' in schema || '$ref' in schema) return;
  (listOf(schema['required']) ?? []).forEach((item, i) => {
    const given = textOf(item);
    if (given === undefined || given in properties) return;
    const meant = mostSimilar(given, Object.keys(properties));
    const at = [...path, 'required', i];
    complaints.push(meant === undefined
      ? { kind: 'reference', path: at, part: 'value', message: say`${name(given)} has to be there, and is none of the properties that may be` }
      : {
        kind: 'reference', path: at, part: 'value', message: say`${name(given)} has to be there, and is none of the properties that may be; did you mean ${name(meant)}?`,
        fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path: at, value: meant } },
      });
  });
}
