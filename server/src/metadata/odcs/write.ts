import { stringify } from 'yaml';
import type { ColumnPrivacy, PrivacyDescription, Retention } from '../../core/annotation.ts';
import { isAnnotatedPersonal, type Constraints, type Description, type FieldDescription, type ForeignKeyDescription, type ResourceDescription } from '../../core/description.ts';
import { slug } from '../../util/slug.ts';
import { writeColumnPrivacy, writeDatasetPrivacy } from '../annotation/write.ts';
import { compact, objectOf } from '../document/shape.ts';
import { BLOCK } from './privacy.ts';

/** A contract of version 3.1. Annotations stand in a custom property as they are, and what the standard has a word for stands there too. */
export function writeContract(description: Description): string {
  const { name, title, version, keywords, created, privacy, resources } = description;
  const servers = resources.flatMap(writeServers);
  const retention = privacy?.retention && writeRetention(privacy.retention);
  return stringify({
    version: version ?? '1.0.0', apiVersion: 'v3.1.0', kind: 'DataContract', id: slug(name ?? title ?? '') || 'dataset', status: 'active',
    ...compact({ name: name ?? title, description: description.description === undefined ? undefined : { purpose: description.description }, tags: keywords, contractCreatedTs: created }),
    ...compact({ servers: servers.length > 0 ? servers : undefined }),
    schema: resources.map(writeObject),
    ...compact({ slaProperties: retention && [retention], team: privacy && writeTeam(privacy) }),
    ...(privacy && { customProperties: [{ property: BLOCK, value: writeDatasetPrivacy(privacy) }] }),
  }, { aliasDuplicateObjects: false, lineWidth: 0 });
}

const FORMAT = /\.(csv|tsv|jsonl?|ndjson|parquet)(?:\.gz)?$/i;

/** Paths are relative to the contract; a table is told by the name of its file where there are several. */
const writeServers = ({ name, paths }: ResourceDescription): readonly object[] => paths.map((path, i) => ({
  server: `${slug(name) || 'files'}${i === 0 ? '' : `-${i + 1}`}`, type: 'local', path, format: FORMAT.exec(path)?.[1]?.toLowerCase() ?? 'csv',
}));

function writeObject(resource: ResourceDescription): object {
  const { name, title, description, fields, fieldsMatch, foreignKeys = [], rows, primaryKey = [] } = resource;
  return {
    name, physicalType: 'table', ...compact({ businessName: title, description }),
    ...(fieldsMatch && { properties: fields.map(field => writeProperty(field, primaryKey.indexOf(field.name))) }),
    ...compact({
      relationships: foreignKeys.length > 0 ? foreignKeys.map(key => writeRelationship(key, name)) : undefined,
      quality: rows && [{ type: 'library', metric: 'rowCount', mustBe: rows.value }],
    }),
  };
}

const writeRelationship = ({ fields, resource, reference }: ForeignKeyDescription, own: string): object => ({
  type: 'foreignKey', from: oneOrMore(fields.map(field => `${own}.${field}`)), to: oneOrMore(reference.map(field => `${resource === '' ? own : resource}.${field}`)),
});

const oneOrMore = (items: readonly string[]): string | readonly string[] => (items.length === 1 ? items[0] ?? '' : items);

const TYPES: Readonly<Partial<Record<FieldDescription['type'], string>>> = {
  string: 'string', number: 'number', integer: 'integer', boolean: 'boolean', date: 'date', datetime: 'timestamp', time: 'time', object: 'object', array: 'array', year: 'integer',
};

function writeProperty(field: FieldDescription, key: number): object {
  const { name, title, description, type, privacy, constraints, extra } = field;
  const other = objectOf(extra?.['privacy']);
  const options = writeOptions(constraints, TYPES[type]);
  const block = privacy && writeColumnPrivacy(privacy, other);
  return {
    name,
    ...compact({
      businessName: title, description, logicalType: TYPES[type] ?? 'string', logicalTypeOptions: Object.keys(options).length > 0 ? options : undefined,
      primaryKey: key >= 0 ? true : undefined, primaryKeyPosition: key >= 0 ? key + 1 : undefined, required: constraints.required, unique: constraints.unique,
      enum: constraints.enum?.map(value => ({ value })), examples: field.examples?.map(({ value }) => value), classification: privacy && classificationOf(field, privacy),
      tags: privacy && tagsOf(field, privacy), customProperties: block ? [{ property: BLOCK, value: block }] : undefined,
    }),
  };
}

/** What the block leaves open and a reader of contracts looks for. */
const classificationOf = (field: FieldDescription, { classification, notPersonal }: ColumnPrivacy): string | undefined =>
  classification ?? (isAnnotatedPersonal(field) && notPersonal !== true ? 'restricted' : undefined);

function tagsOf(field: FieldDescription, { special = [], notPersonal }: ColumnPrivacy): readonly string[] | undefined {
  const tags = [...(isAnnotatedPersonal(field) && notPersonal !== true ? ['pii'] : []), ...special];
  return tags.length > 0 ? tags : undefined;
}

/** Bounds and lengths, by the types that have them. */
function writeOptions({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern }: Constraints, type: string | undefined): object {
  if (type === 'string') return compact({ minLength, maxLength, pattern });
  const isNumber = type === 'number' || type === 'integer';
  const fits = (bound: number | string | undefined): number | string | undefined => (typeof bound === (isNumber ? 'number' : 'string') ? bound : undefined);
  const hasBounds = isNumber || type === 'date' || type === 'timestamp' || type === 'time';
  return hasBounds ? compact({ minimum: fits(minimum), maximum: fits(maximum), exclusiveMinimum: fits(exclusiveMinimum), exclusiveMaximum: fits(exclusiveMaximum) }) : {};
}

function writeRetention({ period = '', from }: Retention): object | undefined {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(period) ?? [];
  return count === undefined || unit === undefined ? undefined : { property: 'retention', value: Number(count), unit: unit.toLowerCase(), driver: 'regulatory', ...compact({ element: from }) };
}

function writeTeam({ controller, dpo }: PrivacyDescription): object | undefined {
  const members = [[dpo, 'data protection officer'], [controller, 'controller']] as const;
  const written = members.flatMap(([contact, role]) => (contact?.email === undefined ? [] : [{ username: contact.email, role, ...compact({ name: contact.name }) }]));
  return written.length > 0 ? { members: written } : undefined;
}
