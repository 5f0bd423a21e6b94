import { list, name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf } from '../document/shape.ts';
import { complain, isDate, renameTo } from './complain.ts';
import { fieldCalled } from './keyComplaints.ts';
import type { Field, Model, RecordSet } from './model.ts';
import { cut } from './thing.ts';

/** Rows of one record set that are looked at. */
const ROWS = 10_000;

/** Rows a description holds itself: objects with exactly the fields of their record set, and values of their types. */
export function dataComplaints(record: RecordSet, model: Model): readonly Complaint[] {
  return [...rowsOf(record, 'data', model), ...rowsOf(record, 'examples', model)];
}

function rowsOf(record: RecordSet, property: 'data' | 'examples', model: Model): readonly Complaint[] {
  const entry = record.thing.get(property);
  const isElsewhere = property === 'examples' && (textOf(entry?.value) !== undefined || '@id' in (objectOf(entry?.value) ?? {}));
  if (!entry || isElsewhere) return [];
  const single = objectOf(entry.value);
  const rows = single ? [single] : listOf(entry.value);
  if (!rows) return [complain('schema', entry.path, 'value', say`${name(property)} should be a list of objects`)];
  if (rows.length === 0) return property === 'data' ? [complain('schema', entry.path, 'value', say`${name(property)} is empty; it has to hold something`)] : [];
  const fields = record.fields.filter(({ isAnnotation }) => !isAnnotation);
  return rows.slice(0, ROWS).flatMap((row, i) => rowComplaints(row, single ? entry.path : [...entry.path, i], fields, property, model));
}

function rowComplaints(row: Json, path: NodePath, fields: readonly Field[], property: 'data' | 'examples', model: Model): readonly Complaint[] {
  const object = objectOf(row);
  if (!object) return [complain('schema', path, 'value', say`${name(property)} should be a list of objects`)];
  const given = Object.entries(object).map(([key, value]) => ({ key, value, field: fieldCalled(key, fields) }));
  const found = new Set(given.map(({ field }) => field));
  const missing = property === 'data' ? fields.filter(field => !found.has(field) && field.kind && !field.thing.get('value')) : [];
  const strangers = given.filter(({ field }) => !field);
  const slips = new Map(strangers.flatMap(({ key }) => {
    const meant = mostSimilar(key, missing.map(({ id }) => id));
    return meant === undefined ? [] : [[key, meant] as const];
  }));
  const lacking = missing.filter(({ id }) => ![...slips.values()].includes(id));
  return [
    ...(lacking.length > 0 ? [complain('schema', path, 'key', say`This row has no value of ${list(lacking.map(({ id }) => name(id)))}`)] : []),
    ...strangers.map(({ key }) => stranger(key, [...path, key], slips.get(key))),
    ...given.flatMap(({ key, value, field }) => (field ? [...shortName(key, [...path, key], field, model), ...valueComplaints(value, [...path, key], field, model)] : [])),
  ];
}

function stranger(key: string, path: NodePath, meant: string | undefined): Complaint {
  return meant === undefined
    ? complain('reference', path, 'key', say`No field of this record set has the id ${name(key)}`)
    : complain('reference', path, 'key', say`No field of this record set has the id ${name(key)}; did you mean ${name(meant)}?`, renameTo(path, meant));
}

/** Rows name fields by their ids since 1.0; before, by their names. */
function shortName(key: string, path: NodePath, { id }: Field, { version }: Model): readonly Complaint[] {
  if (version === '0.8' || key === id) return [];
  return [complain('deprecated', path, 'key', say`Since 1.0 rows name this field by its id ${name(id)}`, renameTo(path, id))];
}

/** A value that cannot be of any of the types the field has. */
function valueComplaints(value: Json, path: NodePath, { thing }: Field, { context }: Model): readonly Complaint[] {
  const types = thing.all('dataType').flatMap(entry => textOf(entry.value) ?? []);
  const tests = types.flatMap(type => TESTS[cut(context.term(type))[1]] ?? []);
  const isList = thing.get('isArray')?.value === true || thing.get('repeated')?.value === true;
  const items = isList ? listOf(value) ?? [value] : [value];
  const isRight = (item: Json): boolean => item === null || tests.length === 0 || tests.some(test => test(item));
  return items.every(isRight) ? [] : [complain('schema', path, 'value', say`This value is not of the type ${list(types.map(type => quote(type, -1)))}`)];
}

const isWhole = (value: Json): boolean => (typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
const isNumber = (value: Json): boolean => typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)));
const isScalar = (value: Json): boolean => typeof value !== 'object';

/** Texts that spell a value of the type are values of it; rows may come from tables. */
const TESTS: Readonly<Record<string, (value: Json) => boolean>> = {
  Text: isScalar, URL: isScalar,
  Integer: isWhole, Int8: isWhole, Int16: isWhole, Int32: isWhole, Int64: isWhole, UInt8: isWhole, UInt16: isWhole, UInt32: isWhole, UInt64: isWhole,
  Float: isNumber, Number: isNumber, Float16: isNumber, Float32: isNumber, Float64: isNumber,
  Boolean: value => typeof value === 'boolean' || value === 0 || value === 1 || (typeof value === 'string' && /^(?:true|false|0|1)$/i.test(value)),
  Date: isDate, DateTime: isDate,
};
