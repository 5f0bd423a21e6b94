import type { Complaint } from '../../core/standard.ts';
import { list, name, number, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { complain, rename, setTo } from './complain.ts';
import { formatComplaints } from './formatChecks.ts';
import { patternProblem } from './patterns.ts';
import { isReadableAs, NUMERIC } from './readable.ts';

/** What a field says that cannot be meant: constraints its type has no use for, bounds that cross, values its type does not have. */
export function fieldComplaints(field: JsonObject, node: NodePath): readonly Complaint[] {
  const given = objectOf(field['constraints']);
  const type = textOf(field['type']) ?? 'any';
  const format = textOf(field['format']);
  const of = (key: string): readonly Complaint[] => valueComplaints(listOf(field[key]), { type, format, node: [...node, key] });
  return [
    ...formatComplaints(type, format, [...node, 'format']),
    ...of('categories'),
    ...misplacedConstraints(field, given, node),
    ...(given ? constraintComplaints(given, type, format, [...node, 'constraints']) : []),
  ];
}

/** Constraints beside `constraints` instead of in it, where nobody reads them. */
function misplacedConstraints(field: JsonObject, given: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  return CONSTRAINTS.filter(key => key in field && !(key in (given ?? {}))).flatMap(key => {
    const title = say`Add it to ${name('constraints')}`;
    return complain([...node, key], 'key', say`${name(key)} is a constraint and belongs in ${name('constraints')}; here it is passed over`, {
      kind: 'ignored', fix: setTo([...node, 'constraints'], { ...given, [key]: field[key] ?? null }, title),
    });
  });
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const LENGTHS = ['minLength', 'maxLength'];
const CONSTRAINTS = ['required', 'unique', 'enum', 'pattern', 'jsonSchema', ...BOUNDS, ...LENGTHS];
/** Types whose values have no order. */
const UNORDERED = new Set(['string', 'boolean', 'object', 'array', 'list', 'geopoint', 'geojson']);
const OF_JSON = new Set(['object', 'array', 'geojson', 'any']);
const WITH_LENGTH = new Set(['string', 'object', 'array', 'list', 'any']);

function constraintComplaints(given: JsonObject, type: string, format: string | undefined, node: NodePath): readonly Complaint[] {
  const at = (key: string): NodePath => [...node, key];
  const bounds = BOUNDS.filter(key => key in given);
  const idle = (keys: readonly string[], message: (key: string) => Message): readonly Complaint[] =>
    keys.filter(key => key in given).flatMap(key => complain(at(key), 'key', message(key)));
  return [
    ...Object.keys(given).filter(key => !CONSTRAINTS.includes(key)).flatMap(key => unknownConstraint(key, given, at(key))),
    ...(UNORDERED.has(type) ? idle(BOUNDS, key => say`Values of type ${name(type)} have no order, so ${name(key)} means nothing here`) : []),
    ...(WITH_LENGTH.has(type) ? [] : idle(LENGTHS, key => say`Values of type ${name(type)} have no length, so ${name(key)} means nothing here`)),
    ...(type === 'string' || type === 'any' ? [] : idle(['pattern'], key => say`${name(key)} is for text and means nothing for type ${name(type)}`)),
    ...(OF_JSON.has(type) ? [] : idle(['jsonSchema'], key => say`${name(key)} is for values of JSON and means nothing for type ${name(type)}`)),
    ...(UNORDERED.has(type) ? [] : bounds.flatMap(key => boundComplaint(given[key], type, format, key, at(key)))),
    ...complain(at('maximum'), 'value', crossed(given['minimum'], given['maximum'], type)),
    ...complain(at('maxLength'), 'value', crossed(given['minLength'], given['maxLength'], 'integer')),
    ...complain(at('pattern'), 'value', patternProblem(given['pattern'])),
    ...valueComplaints(listOf(given['enum']), { type, format, node: at('enum') }),
  ];
}

function unknownConstraint(key: string, given: JsonObject, path: NodePath): readonly Complaint[] {
  const meant = mostSimilar(key, CONSTRAINTS);
  if (meant === undefined) return complain(path, 'key', say`${name(key)} is no constraint of Table Schema`, { kind: 'unknown-key' });
  return complain(path, 'key', say`${name(key)} is no constraint of Table Schema; did you mean ${name(meant)}?`, {
    kind: 'unknown-key', fix: meant in given ? undefined : rename(path, meant, say`Rename to ${name(meant)}`),
  });
}

function boundComplaint(value: Json | undefined, type: string, format: string | undefined, key: string, path: NodePath): readonly Complaint[] {
  if (value === undefined || typeof value === 'object' || isReadableAs(value, type, format)) return [];
  return complain(path, 'value', NUMERIC.has(type) ? say`${name(key)} should be a number here` : say`${quote(String(value), -1)} cannot be read as ${name(type)}`);
}

interface Values {
  readonly type: string;
  readonly format: string | undefined;
  readonly node: NodePath;
}

/** Items that are looked at; long lists are made by programs, which make the same mistake everywhere. */
const LOOKED_AT = 1000;
const SHOWN = 3;

/** Allowed values that no value of the type can be equal to: told once, at the first of them. */
function valueComplaints(values: readonly Json[] | undefined, { type, format, node }: Values): readonly Complaint[] {
  const wrong = (values ?? []).slice(0, LOOKED_AT).flatMap((item, i) => {
    const value = objectOf(item)?.['value'] ?? item;
    return isReadableAs(value, type, format) ? [] : [{ value: typeof value === 'object' ? JSON.stringify(value) : String(value), path: objectOf(item) ? [...node, i, 'value'] : [...node, i] }];
  });
  const [first] = wrong;
  if (!first) return [];
  const shown = list(wrong.slice(0, SHOWN).map(one => quote(one.value, -1)));
  const fix = type === 'string' && wrong.length === 1 ? setTo(first.path, first.value, say`Write it as text`) : undefined;
  return complain(first.path, 'value', wrong.length > SHOWN ? say`${shown} and more cannot be read as ${name(type)}` : say`${shown} cannot be read as ${name(type)}`, { fix });
}

function crossed(least: Json | undefined, most: Json | undefined, type: string): Message | undefined {
  const [low, high] = [orderOf(least, type), orderOf(most, type)];
  if (low === undefined || high === undefined || typeof low !== typeof high || low <= high) return undefined;
  return typeof low === 'number' && typeof high === 'number'
    ? say`No value can be at least ${number(low)} and at most ${number(high)}`
    : say`No value can be at least ${quote(String(low), -1)} and at most ${quote(String(high), -1)}`;
}

/** Bounds may be written as text that can be read as the type of the field; dates of the default form are in the order of their letters. */
function orderOf(value: Json | undefined, type: string): number | string | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined) return numberOf(value);
  if (type === 'date' || type === 'datetime' || type === 'time') return /^\d{2,4}[-:]/.test(text) ? text : undefined;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
