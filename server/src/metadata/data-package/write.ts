import type {
  Constraints, Description, DialectDescription, Extra, FieldDescription, ForeignKeyDescription, LicenceDescription, MlDescription,
  ResourceDescription, SplitsDescription,
} from '../../core/description.ts';
import type { Message } from '../../core/message.ts';
import { name, say } from '../../core/message.ts';
import type { WrittenDescription } from '../../core/standard.ts';
import type { Json } from '../../core/problem.ts';
import { writeColumnPrivacy, writeDatasetPrivacy } from '../annotation/write.ts';
import { compact, objectOf } from '../document/shape.ts';

/** A new Data Package 2.0 document: JSON with two spaces and a line end at its end. */
export function writePackage(description: Description): WrittenDescription {
  const { name: called, title, version, homepage, created, keywords, licences, creators, privacy, ml, resources } = description;
  const isOwn = description.standard === undefined || description.standard === 'data-package';
  const extra = isOwn ? description.extra : undefined;
  const root = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...compact({ name: called, title, description: description.description, version, homepage, created, keywords }),
    ...compact({ licenses: licences?.map(writeLicence), contributors: extra && 'contributors' in extra ? undefined : creators?.map(title => ({ title, roles: ['author'] })) }),
    ...extra,
    resources: resources.map(resource => writeResource(resource, isOwn)),
    ...compact({ privacy: privacy && writeDatasetPrivacy(privacy), ml: writeMlWith(ml, resources) }),
  };
  return { text: `${JSON.stringify(root, null, 2)}\n`, lost: lostOf(description, isOwn) };
}

/** What another standard says and this one has no words for. */
function lostOf(description: Description, isOwn: boolean): readonly Message[] {
  const { languages, modified, extra = {}, resources } = description;
  const keys = [...(languages ? ['languages'] : []), ...(modified === undefined ? [] : ['modified']), ...(isOwn ? [] : Object.keys(extra))];
  return [
    ...keys.map(key => say`${name(key)} of the dataset`),
    ...resources.flatMap(resource => lostOfResource(resource, isOwn)),
  ];
}

function lostOfResource({ name: called, rows, globs, extra = {}, fields, dialect }: ResourceDescription, isOwn: boolean): readonly Message[] {
  const ofDialect = [...(dialect?.trim === 'both' || dialect?.trim === 'end' ? ['trim'] : []), ...(dialect?.skipBlankRows === true ? ['skipBlankRows'] : [])];
  const keys = [...ofDialect, ...(rows ? ['rows'] : []), ...(globs === true ? ['globs'] : []), ...(isOwn ? [] : Object.keys(extra))];
  return [
    ...keys.map(key => say`${name(key)} of the resource ${name(called)}`),
    ...fields.flatMap(field => [...(field.aliases ? ['aliases'] : []), ...(isOwn ? [] : Object.keys(field.extra ?? {}))].map(key => say`${name(key)} of the field ${name(field.name)}`)),
  ];
}

const writeLicence = ({ id, title, url }: LicenceDescription): object => compact({ name: id, path: url, title });

function writeResource(resource: ResourceDescription, isOwn: boolean): object {
  const { name: called, title, description, paths, mediaType, encoding, bytes, hash, dialect, fields, fieldsMatch, missingValues, primaryKey, uniqueKeys, foreignKeys } = resource;
  const { schema: schemaExtra, dialect: dialectExtra, ...extra } = (isOwn ? resource.extra : undefined) ?? {};
  const schema = fieldsMatch && {
    fields: fields.map(field => writeField(field, isOwn)),
    ...compact({ fieldsMatch: fieldsMatch === 'exact' ? undefined : fieldsMatch, missingValues, primaryKey, uniqueKeys, foreignKeys: foreignKeys?.map(writeForeignKey) }),
    ...objectOf(schemaExtra),
  };
  return {
    ...compact({ name: called, title, description, path: paths.length === 1 ? paths[0] : paths.length === 0 ? undefined : paths, type: schema && 'table' }),
    ...compact({ mediatype: mediaType, encoding, bytes: bytes?.value, hash: hash && `${hash.value.algorithm}:${hash.value.digits}` }),
    ...compact({ dialect: writeDialect(dialect, objectOf(dialectExtra)), schema, seal: resource.seal && { rows: resource.seal.rows, columns: resource.seal.columns } }),
    ...extra,
  };
}

const writeDialect = (dialect: DialectDescription | undefined, extra: Extra | undefined): object | undefined => (dialect || extra) && {
  ...compact({ delimiter: dialect?.delimiter, quoteChar: dialect?.quote === '' ? undefined : dialect?.quote, escapeChar: dialect?.escape, header: dialect?.header }),
  ...compact({ headerRows: writeHeaderRows(dialect), commentChar: dialect?.comment, skipInitialSpace: dialect?.trim === 'start' ? true : undefined }),
  ...extra,
};

function writeHeaderRows({ skipRows = 0, headerRows = 1 }: DialectDescription = {}): readonly number[] | undefined {
  return skipRows === 0 && headerRows === 1 ? undefined : Array.from({ length: headerRows }, (_, i) => skipRows + 1 + i);
}

const writeForeignKey = ({ fields, resource, reference }: ForeignKeyDescription): object =>
  ({ fields, reference: { ...(resource !== '' && { resource }), fields: reference } });

function writeField(field: FieldDescription, isOwn: boolean): object {
  const { name: called, type, format, title, description, unit, constraints, missingValues, privacy, lexical } = field;
  const { constraints: otherConstraints, privacy: otherPrivacy, ...extra } = (isOwn ? field.extra : undefined) ?? {};
  const { enum: allowed, ...others } = constraints;
  const written = { ...(extra['categories'] === undefined ? constraints : { ...others, ...(allowed && !isAllOf(extra['categories'], allowed) && { enum: allowed }) }), ...objectOf(otherConstraints) };
  return {
    ...compact({ name: called, title, description, type: type === 'any' ? undefined : type, format, unit }),
    ...lexical,
    ...compact({ missingValues, constraints: hasAny(written) ? written : undefined }),
    ...extra,
    ...compact({ privacy: privacy ? writeColumnPrivacy(privacy, objectOf(otherPrivacy)) : otherPrivacy }),
  };
}

/** Categories are read as an enumeration; one that only repeats them is not written. */
function isAllOf(categories: Json, allowed: readonly (string | number | boolean)[]): boolean {
  return Array.isArray(categories) && categories.length === allowed.length && categories.every((item: Json, i) => (objectOf(item)?.['value'] ?? item) === allowed[i]);
}

const hasAny = (constraints: Constraints): boolean => Object.values(constraints).some(value => value !== undefined);

/** Splits that a standard gives to whole tables become those of the `ml` block. */
function writeMlWith(ml: MlDescription | undefined, resources: readonly ResourceDescription[]): object | undefined {
  const splits = ml?.splits ? undefined : splitsOf(resources);
  return ml || splits ? { ...(ml && writeMl(ml)), ...(splits && { splits }) } : undefined;
}

const ROLES: Readonly<Record<string, string>> = { train: 'train', training: 'train', validation: 'validation', valid: 'validation', val: 'validation', dev: 'validation', test: 'test' };

function splitsOf(resources: readonly ResourceDescription[]): object | undefined {
  const parts = new Map<string, string[]>();
  for (const { name: called, split } of resources) {
    const role = split === undefined ? undefined : ROLES[split.toLowerCase()];
    if (role !== undefined) parts.set(role, [...(parts.get(role) ?? []), called]);
  }
  return parts.size > 0 ? Object.fromEntries(parts) : undefined;
}

const writeMl = ({ task, target, features, ignore, group, time, groups, splits }: MlDescription): object =>
  compact({ task, target, features, ignore, group, time, groups, splits: splits && writeSplits(splits) });

const writeSplits = ({ column, parts, rows }: SplitsDescription): object =>
  compact({ column, ...parts, rows: Object.keys(rows).length > 0 ? rows : undefined });
