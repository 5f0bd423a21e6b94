import {
  HASH_ALGORITHMS, type DialectDescription, type Extra, type ForeignKeyDescription, type HashAlgorithm, type ResourceDescription, type SealDescription, type SealedColumn,
} from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { compact, listOf, numberOf, objectOf, oneOrMore, textOf, textsOf, truthOf, type JsonObject } from '../document/shape.ts';
import { extraOf } from './extra.ts';
import { readChecks } from './readChecks.ts';
import { readField, readMissingValues, readType } from './readField.ts';

const KNOWN = ['name', 'title', 'description', 'path', 'url', 'type', 'encoding', 'mediatype', 'bytes', 'hash', 'dialect', 'schema', 'profile', '$schema', 'seal'];
const KNOWN_OF_SCHEMA = ['fields', 'fieldsMatch', 'missingValues', 'primaryKey', 'uniqueKeys', 'foreignKeys', '$schema'];
const KNOWN_OF_DIALECT = ['delimiter', 'quoteChar', 'escapeChar', 'header', 'commentChar', 'skipInitialSpace', '$schema', 'csv'];

/** Maps one resource; nothing for what is no object. `schemaNode` is where its schema stands, below the resource if nothing else is said. */
export function readResource(resource: JsonObject | undefined, node: NodePath, schemaNode: NodePath = [...node, 'schema']): readonly ResourceDescription[] {
  if (!resource) return [];
  const schema = objectOf(resource['schema']);
  const fields = listOf(schema?.['fields']);
  return [{
    name: textOf(resource['name']) ?? '',
    paths: oneOrMore(resource['path'] ?? resource['url']) ?? [],
    fields: (fields ?? []).flatMap((item, i) => readField(objectOf(item), [...schemaNode, 'fields', i])),
    node,
    ...compact({
      title: textOf(resource['title']), description: textOf(resource['description']), mediaType: textOf(resource['mediatype']), encoding: textOf(resource['encoding']),
      ...readCounts(resource, node), checks: readChecks(resource, node), dialect: readDialect(objectOf(resource['dialect'])),
      seal: readSeal(objectOf(resource['seal']), [...node, 'seal']), extra: extraOfResource(resource),
    }),
    ...(schema && compact(readKeys(schema, schemaNode, fields !== undefined))),
  }];
}

function readKeys(schema: JsonObject, node: NodePath, hasFields: boolean) {
  return {
    fieldsMatch: hasFields ? readMatch(schema['fieldsMatch']) : undefined,
    missingValues: readMissingValues(schema['missingValues']),
    primaryKey: oneOrMore(schema['primaryKey']),
    uniqueKeys: listOf(schema['uniqueKeys'])?.flatMap(key => oneOrMore(key) ? [oneOrMore(key) ?? []] : []),
    foreignKeys: listOf(schema['foreignKeys'])?.flatMap((key, i) => readForeignKey(objectOf(key), [...node, 'foreignKeys', i])),
  };
}

/** What schema and dialect hold besides stands under their names. */
function extraOfResource(resource: JsonObject): Extra | undefined {
  const [schema, dialect] = [objectOf(resource['schema']), objectOf(resource['dialect'])];
  const labelled = listOf(schema?.['missingValues'])?.some(item => objectOf(item));
  const ofSchema = schema && extraOf(schema, labelled ? KNOWN_OF_SCHEMA.filter(key => key !== 'missingValues') : KNOWN_OF_SCHEMA);
  const ofDialect = dialect && extraOf(dialect, KNOWN_OF_DIALECT);
  const all = { ...extraOf(resource, KNOWN), ...(ofSchema && { schema: ofSchema }), ...(ofDialect && { dialect: ofDialect }) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Version 1 wrote the empty text for the table itself, version 2 leaves the resource out. */
function readForeignKey(key: JsonObject | undefined, node: NodePath): readonly ForeignKeyDescription[] {
  const reference = objectOf(key?.['reference']);
  const [fields, there] = [oneOrMore(key?.['fields']), oneOrMore(reference?.['fields'])];
  return fields && there && fields.length === there.length && fields.length > 0
    ? [{ fields, resource: textOf(reference?.['resource']) ?? '', reference: there, node }]
    : [];
}

const MATCHES = ['exact', 'equal', 'subset', 'superset', 'partial'] as const;

/** Version 2 first wanted a list of one. */
function readMatch(value: Json | undefined): (typeof MATCHES)[number] {
  const given = oneOrMore(value)?.[0];
  return MATCHES.find(match => match === given) ?? 'exact';
}

/** What is said for CSV may stand in a block of its own, as a common implementation of the standard writes it. */
function readDialect(given: JsonObject | undefined): DialectDescription | undefined {
  if (!given) return undefined;
  const dialect = { ...given, ...objectOf(given['csv']) };
  const doubled = truthOf(dialect['doubleQuote']) === true;
  return compact({
    delimiter: textOf(dialect['delimiter']), quote: textOf(dialect['quoteChar']), escape: doubled ? undefined : textOf(dialect['escapeChar']), header: truthOf(dialect['header']),
    skipRows: rowsAbove(dialect), headerRows: rowsOfHeader(dialect), comment: textOf(dialect['commentChar']) || undefined,
    trim: truthOf(dialect['skipInitialSpace']) === true ? 'start' : undefined,
  });
}

/** Rows are counted from 1. What stands above the header is none of the table; headers of several rows begin with the first of them. */
function rowsAbove(dialect: JsonObject): number | undefined {
  const rows = (listOf(dialect['headerRows']) ?? []).flatMap(row => numberOf(row) ?? []);
  const above = Math.min(...rows) - 1;
  return Number.isInteger(above) && above > 0 ? above : undefined;
}

/** Headers of several rows that follow one another. */
function rowsOfHeader(dialect: JsonObject): number | undefined {
  const rows = new Set((listOf(dialect['headerRows']) ?? []).flatMap(row => numberOf(row) ?? []));
  return rows.size > 1 && Math.max(...rows) - Math.min(...rows) === rows.size - 1 ? rows.size : undefined;
}

function readSeal(seal: JsonObject | undefined, node: NodePath): SealDescription | undefined {
  const rows = numberOf(seal?.['rows']);
  const columns = (listOf(seal?.['columns']) ?? []).flatMap((item): readonly SealedColumn[] => {
    const column = objectOf(item);
    const [name, missing, distinct] = [textOf(column?.['name']), numberOf(column?.['missing']), numberOf(column?.['distinct'])];
    const numbers = compact({ minimum: numberOf(column?.['minimum']), maximum: numberOf(column?.['maximum']), mean: numberOf(column?.['mean']), values: textsOf(column?.['values']) });
    return name === undefined || missing === undefined || distinct === undefined ? [] : [{ name, type: readType(column?.['type']), missing, distinct, ...numbers }];
  });
  return rows === undefined ? undefined : { rows, columns, node };
}

/** What the standard has of counts and digests, and what a common implementation of it writes besides, there or in a block `stats`. */
function readCounts(resource: JsonObject, node: NodePath): Partial<Pick<ResourceDescription, 'bytes' | 'rows' | 'columns' | 'hash'>> {
  const stats = objectOf(resource['stats']);
  const count = (key: string): ResourceDescription['bytes'] => readCount(resource[key], [...node, key]) ?? readCount(stats?.[key], [...node, 'stats', key]);
  const hash = readHash(resource['hash'], [...node, 'hash']) ?? readHash(stats?.['hash'], [...node, 'stats', 'hash'])
    ?? HASH_ALGORITHMS.map(one => readHash(textOf(stats?.[one]) === undefined ? undefined : `${one}:${textOf(stats?.[one])}`, [...node, 'stats', one])).find(one => one !== undefined);
  return compact({ bytes: count('bytes'), rows: count('rows'), columns: count('fields'), hash });
}

function readCount(value: Json | undefined, node: NodePath): ResourceDescription['bytes'] {
  const count = numberOf(value);
  return count === undefined || count < 0 ? undefined : { value: count, node };
}

/** Hexadecimal digits of each algorithm. */
export const DIGITS: Readonly<Record<HashAlgorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };

/** `algorithm:digits`, or the digits of an MD5 alone. */
export function splitHash(text: string): { readonly algorithm: string; readonly digits: string } {
  const colon = text.indexOf(':');
  return { algorithm: colon === -1 ? 'md5' : text.slice(0, colon).toLowerCase().replace('-', ''), digits: text.slice(colon + 1).toLowerCase() };
}

function readHash(value: Json | undefined, node: NodePath): ResourceDescription['hash'] {
  const { algorithm: given, digits } = splitHash(textOf(value) ?? '');
  const algorithm = HASH_ALGORITHMS.find(one => one === given);
  const isWhole = algorithm !== undefined && digits.length === DIGITS[algorithm] && /^[0-9a-f]+$/.test(digits);
  return isWhole ? { value: { algorithm, digits }, node } : undefined;
}
