import type { FieldDescription, FieldType, ForeignKeyDescription } from '../../core/description.ts';
import { compact, listOf, objectOf, textOf } from '../document/shape.ts';
import type { ColumnField } from './columns.ts';
import { thingIn } from './columns.ts';
import type { Field, Model } from './model.ts';
import { cut, itemsOf, plain, referenceOf, type Entry } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** A field as its column: what is made of its values afterwards says nothing of how they stand in the file. */
export function readField(column: ColumnField, all: readonly ColumnField[], model: Model): FieldDescription {
  const { field: { thing }, source } = column;
  const isChanged = source.get('transform') !== undefined || thing.get('isArray') !== undefined || thing.get('repeated') !== undefined;
  const written = formatOf(source, model);
  const type = isChanged && !(written !== undefined && isDate(typeOf(column.field, model))) ? 'any' : typeOf(column.field, model);
  const values = isChanged ? undefined : enumerated(column, all, model);
  return {
    name: column.column, type, constraints: compact({ enum: values }), node: thing.node,
    ...compact({ description: plain(thing.get('description')), title: titleOf(column), format: isDate(type) ? written ?? 'any' : undefined }),
  };
}

function titleOf({ field, column }: ColumnField): string | undefined {
  const title = plain(field.thing.get('name'));
  return title === column || title === field.id ? undefined : title;
}

const isDate = (type: FieldType): boolean => type === 'date' || type === 'datetime' || type === 'time';

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string', URL: 'string', Boolean: 'boolean', Date: 'date', DateTime: 'datetime', Time: 'time', Float: 'number', Number: 'number', Float16: 'number', Float32: 'number',
  Float64: 'number', Integer: 'integer', Int8: 'integer', Int16: 'integer', Int32: 'integer', Int64: 'integer', UInt8: 'integer', UInt16: 'integer', UInt32: 'integer', UInt64: 'integer',
};

/** The first type that says how values are written. */
export function typeOf({ thing }: Field, { context }: Model): FieldType {
  const types = thing.all('dataType').flatMap(({ value }) => textOf(value) ?? []).map(text => cut(context.term(text))[1]);
  return types.flatMap(type => TYPES[type] ?? [])[0] ?? 'any';
}

/** A pattern of dates in the notation of `strptime`, from either notation descriptions use; nothing for what it has no words for. */
function formatOf(source: ColumnField['source'], model: Model): string | undefined {
  const given = source.text('format') ?? thingIn(source, 'transform', model, USUAL.Transform)?.text('format');
  if (given === undefined || given.includes('%')) return given;
  const translated = given.replace(/yyyy|MM|dd|HH|mm|ss/g, part => DIRECTIVES[part] ?? part);
  return /[A-Za-z]/.test(translated.replace(/%[A-Za-z]/g, '')) ? undefined : translated;
}

const DIRECTIVES: Readonly<Record<string, string>> = { yyyy: '%Y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S' };

/** Values of an enumeration that are kept in the description. */
const MOST_VALUES = 1000;

/** What a field refers to, as the field it is. */
function targetOf({ field }: ColumnField, model: Model): { readonly target: Field; readonly entry: Entry } | undefined {
  const [entry] = itemsOf(field.thing.get('references'));
  const reference = entry && (referenceOf(entry) ?? referenceOf(thingIn(field.thing, 'references', model, USUAL.Source)?.get('field')));
  const target = reference && model.recordSets.flatMap(record => record.fields).find(({ id }) => id === reference.id);
  return entry && target ? { target, entry } : undefined;
}

/** The values a field may have, where what it refers to stands in the description itself. */
function enumerated(column: ColumnField, all: readonly ColumnField[], model: Model): readonly (string | number | boolean)[] | undefined {
  const found = targetOf(column, model);
  const data = found && all.every(({ field }) => field !== found.target) ? found.target.record.thing.get('data') : undefined;
  if (!found || !data) return undefined;
  const { id, thing } = found.target;
  const rows = listOf(data.value) ?? [data.value];
  const values = rows.slice(0, MOST_VALUES).flatMap(row => objectOf(row)?.[id] ?? objectOf(row)?.[plain(thing.get('name')) ?? ''] ?? []);
  const scalars = values.flatMap(value => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : []));
  return rows.length <= MOST_VALUES && scalars.length === rows.length ? scalars : undefined;
}

/** What a field refers to, where that is a column of another file. */
export function readForeignKey(column: ColumnField, all: readonly ColumnField[], model: Model): readonly ForeignKeyDescription[] {
  const found = targetOf(column, model);
  const there = found && all.find(({ field }) => field === found.target);
  if (!found || !there || column.source.get('transform')) return [];
  const records = new Set(all.filter(({ origin }) => origin === there.origin).map(({ field }) => field.record));
  const resource = there.origin === column.origin ? '' : records.size === 1 ? found.target.record.id : there.origin.id;
  return [{ fields: [column.column], resource, reference: [there.column], node: found.entry.path }];
}
