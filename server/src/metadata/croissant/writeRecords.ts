import type { Constraints, Description, FieldDescription, FieldType, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { compact } from '../document/shape.ts';

/** Ids without spaces, each once. */
export class Ids {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const base = wanted.trim().replace(/\s+/g, '_') || 'unnamed';
    let id = base;
    for (let i = 2; this.#taken.has(id); i++) id = `${base}-${i}`;
    this.#taken.add(id);
    return id;
  }
}

type Written = Readonly<Record<string, Json>>;

/** A table on its way into the document: its id, and those of its columns. */
interface Table {
  readonly resource: ResourceDescription;
  readonly id: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** A record set for each described table, and one for each enumeration and for the splits. */
export function writeRecordSets(description: Description, fileId: (resource: ResourceDescription) => string, ids: Ids, lost: Message[]): readonly Written[] {
  const tables = description.resources.filter(({ fields }) => fields.length > 0).map((resource): Table => {
    const id = ids.take(resource.name);
    const columns = [...new Set(resource.fields.map(field => field.name))];
    return { resource, id, columns: new Map(columns.map(column => [column, ids.take(`${id}/${column}`)])) };
  });
  return tables.flatMap(table => {
    const extra: Written[] = [];
    const { resource, id, columns } = table;
    // Columns are told apart by their names alone.
    const named = new Map([...resource.fields].reverse().map(field => [field.name, field]));
    const fields = [...columns.keys()].flatMap(column => named.get(column) ?? []).map(field => writeField(field, { table, tables, description, file: fileId(resource), ids, lost, extra }));
    noteLost(resource, lost);
    const key = resource.primaryKey?.flatMap(column => columns.get(column) ?? []).map(one => ({ '@id': one }));
    const record = { '@type': 'cr:RecordSet', '@id': id, ...compact({ key: key?.length === 1 ? key[0] : key }), field: fields };
    return [record, ...extra];
  });
}

function noteLost({ name: called, uniqueKeys, rows, split, foreignKeys }: ResourceDescription, lost: Message[]): void {
  const table = { name: called };
  if (uniqueKeys) lost.push(say`Unique keys of ${table}`);
  if (rows) lost.push(say`The number of rows of ${table}`);
  if (split !== undefined) lost.push(say`The split ${name(split)} that ${table} is`);
  if (foreignKeys?.some(({ fields }) => fields.length > 1)) lost.push(say`References of ${table} by several columns together`);
}

interface Around {
  readonly table: Table;
  readonly tables: readonly Table[];
  readonly description: Description;
  readonly file: string;
  readonly ids: Ids;
  readonly lost: Message[];
  /** Record sets that fields of this table refer to. */
  readonly extra: Written[];
}

const TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  string: 'sc:Text', number: 'sc:Float', integer: 'sc:Integer', boolean: 'sc:Boolean', date: 'sc:Date', time: 'sc:Time', datetime: 'sc:DateTime', any: 'sc:Text',
};

function writeField(field: FieldDescription, around: Around): Written {
  const { table, description: { ml }, lost, file } = around;
  const id = table.columns.get(field.name) ?? field.name;
  const isSet = table.resource.paths.length !== 1 || table.resource.globs === true;
  const type = TYPES[field.type] ?? 'sc:Text';
  if (TYPES[field.type] === undefined) lost.push(say`The type ${name(field.type)} of ${field}`);
  const target = referenceOf(field, around);
  const format = formatOf(field, lost);
  noteFieldLost(field, lost);
  return {
    '@type': 'cr:Field', '@id': id, ...compact({ name: field.name, description: field.description ?? field.title }),
    dataType: ml?.target === field.name ? [type, 'cr:Label'] : type,
    source: { [isSet ? 'fileSet' : 'fileObject']: { '@id': file }, extract: extractOf(field.name, table.resource), ...compact({ format }) },
    ...compact({ references: target === undefined ? undefined : { field: { '@id': target } } }),
  };
}

/** Columns of nested records are paths. */
function extractOf(column: string, { paths }: ResourceDescription): Written {
  const isPath = /[.[]/.test(column) && /^[\w.[\]-]+$/.test(column) && /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(paths[0] ?? '');
  return isPath ? { jsonPath: `$.${column.replaceAll('[]', '[*]')}` } : { column };
}

/** The field this one takes its values from: that of another table, of the splits, or of an enumeration, which is written for it. */
function referenceOf(field: FieldDescription, around: Around): string | undefined {
  const { table, tables, description: { ml }, ids, extra } = around;
  const key = table.resource.foreignKeys?.find(({ fields }) => fields.length === 1 && fields[0] === field.name);
  const there = key && targetOf(key, table, tables);
  if (there !== undefined) return there;
  const splits = ml?.splits?.column === field.name ? ml.splits.parts : undefined;
  const rows = splits ? Object.entries(splits).flatMap(([role, parts]) => (parts ?? []).map(part => ({ name: part, url: SPLITS[role] ?? '' }))) : [];
  if (rows.length > 0) return enumerate(`${table.id}/${field.name}/splits`, 'cr:Split', rows, ids, extra);
  const values = field.constraints.enum;
  return values ? enumerate(`${table.id}/${field.name}/values`, 'sc:Enumeration', values.map(value => ({ name: value })), ids, extra) : undefined;
}

const SPLITS: Readonly<Record<string, string>> = { train: 'cr:TrainingSplit', validation: 'cr:ValidationSplit', test: 'cr:TestSplit' };

function targetOf({ resource, reference }: ForeignKeyDescription, own: Table, tables: readonly Table[]): string | undefined {
  const target = resource === '' ? own : tables.find(table => table.resource.name === resource);
  return target?.columns.get(reference[0] ?? '');
}

/** A record set with its rows in the description; the id of its first field. */
function enumerate(wanted: string, dataType: string, rows: readonly Readonly<Record<string, string | number | boolean>>[], ids: Ids, extra: Written[]): string {
  const id = ids.take(wanted);
  const keys = Object.keys(rows[0] ?? {});
  const fields = keys.map(key => ({ key, id: ids.take(`${id}/${key}`), type: key === 'url' ? 'sc:URL' : typeOf(rows.map(row => row[key])) }));
  extra.push({
    '@type': 'cr:RecordSet', '@id': id, dataType, key: { '@id': fields[0]?.id ?? id },
    field: fields.map(field => ({ '@type': 'cr:Field', '@id': field.id, dataType: field.type })),
    data: rows.map(row => Object.fromEntries(fields.map(field => [field.id, row[field.key] ?? null]))),
  });
  return fields[0]?.id ?? id;
}

/** The type all values have; text where they differ. */
function typeOf(values: readonly (string | number | boolean | undefined)[]): string {
  if (values.every(value => typeof value === 'boolean')) return 'sc:Boolean';
  if (values.every(value => Number.isInteger(value))) return 'sc:Integer';
  return values.every(value => typeof value === 'number') ? 'sc:Float' : 'sc:Text';
}

/** A pattern of dates in the notation Croissant names for them. */
function formatOf(field: FieldDescription, lost: Message[]): string | undefined {
  const { format } = field;
  if (format === undefined || format === 'default' || format === 'any') return undefined;
  const translated = format.replace(/%[YmdHMS]/g, directive => PATTERNS[directive] ?? directive);
  if (format.includes('%') && !translated.includes('%')) return translated;
  lost.push(say`The format ${name(format)} of ${field}`);
  return undefined;
}

const PATTERNS: Readonly<Record<string, string>> = { '%Y': 'yyyy', '%m': 'MM', '%d': 'dd', '%H': 'HH', '%M': 'mm', '%S': 'ss' };

function noteFieldLost(field: FieldDescription, lost: Message[]): void {
  const { enum: values, ...others } = field.constraints;
  const kept: Constraints = others;
  for (const key of Object.keys(compact(kept))) lost.push(say`${name(key)} of ${field}`);
  if (field.unit !== undefined) lost.push(say`The unit of ${field}`);
  if (field.title !== undefined && field.description !== undefined) lost.push(say`${name('title')} of ${field}`);
  if (field.lexical || field.missingValues) lost.push(say`How values of ${field} are spelled`);
}
