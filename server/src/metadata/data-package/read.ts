import {
  SPLIT_ROLES, type Description, type DialectDescription, type ForeignKeyDescription, type MlDescription, type PrivacyDescription, type PurposeDescription,
  type ResourceDescription, type SplitsDescription,
} from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { readField, readMissingValues } from './readField.ts';
import { compact, listOf, numberOf, objectOf, oneOrMore, textOf, textsOf, truthOf, type JsonObject } from '../document/shape.ts';

/** Maps a Data Package, of version 2 or with the older forms readers must accept, onto the one model. What is ill-formed is left out. */
export function readPackage(value: Json | undefined): Description {
  const root = objectOf(value) ?? {};
  return {
    resources: (listOf(root['resources']) ?? []).flatMap((item, i) => readResource(objectOf(item), ['resources', i])),
    ...compact({ name: textOf(root['name']), title: textOf(root['title']), privacy: readPrivacy(root['privacy']), ml: readMl(root['ml']) }),
  };
}

function readResource(resource: JsonObject | undefined, node: NodePath): readonly ResourceDescription[] {
  if (!resource) return [];
  const schema = objectOf(resource['schema']);
  const fields = listOf(schema?.['fields']);
  return [{
    name: textOf(resource['name']) ?? '',
    paths: oneOrMore(resource['path'] ?? resource['url']) ?? [],
    fields: (fields ?? []).flatMap((item, i) => readField(objectOf(item), [...node, 'schema', 'fields', i])),
    node,
    ...compact({
      encoding: textOf(resource['encoding']),
      dialect: readDialect(objectOf(resource['dialect'])),
      fieldsMatch: fields && readMatch(schema?.['fieldsMatch']),
      missingValues: readMissingValues(schema?.['missingValues']),
      primaryKey: oneOrMore(schema?.['primaryKey']),
      uniqueKeys: listOf(schema?.['uniqueKeys'])?.flatMap(key => oneOrMore(key) ? [oneOrMore(key) ?? []] : []),
      foreignKeys: listOf(schema?.['foreignKeys'])?.flatMap((key, i) => readForeignKey(objectOf(key), [...node, 'schema', 'foreignKeys', i])),
    }),
  }];
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

function readMatch(value: Json | undefined): (typeof MATCHES)[number] {
  return MATCHES.find(match => match === value) ?? 'exact';
}

function readDialect(dialect: JsonObject | undefined): DialectDescription | undefined {
  if (!dialect) return undefined;
  return compact({ delimiter: textOf(dialect['delimiter']), quote: textOf(dialect['quoteChar']), header: truthOf(dialect['header']) });
}

function readPrivacy(value: Json | undefined): PrivacyDescription | undefined {
  const block = objectOf(value);
  if (!block) return undefined;
  const given = textOf(block['personalData']);
  const personalData = PERSONAL.find(candidate => candidate === given);
  const purposes = (listOf(block['purposes']) ?? []).flatMap((item, i) => readPurpose(objectOf(item), ['privacy', 'purposes', i]));
  return { purposes, raw: block, node: ['privacy'], ...compact({ personalData }) };
}

const PERSONAL = ['none', 'possible', 'yes'] as const;

function readPurpose(purpose: JsonObject | undefined, node: NodePath): readonly PurposeDescription[] {
  return purpose ? [{ use: textOf(purpose['use']) ?? '', node, ...compact({ legalBasis: textOf(purpose['legalBasis']) }) }] : [];
}

function readMl(value: Json | undefined): MlDescription | undefined {
  const block = objectOf(value);
  if (!block) return undefined;
  const given = textOf(block['task']);
  const task = TASKS.find(candidate => candidate === given);
  const lists = compact({
    features: textsOf(block['features']), ignore: textsOf(block['ignore']), groups: textsOf(block['groups']), splits: readSplits(objectOf(block['splits'])),
  });
  return {
    node: ['ml'], ...lists, ...compact({ task, target: textOf(block['target']), group: textOf(block['group']), time: textOf(block['time']) }),
  };
}

function readSplits(block: JsonObject | undefined): SplitsDescription | undefined {
  if (!block) return undefined;
  const rows = objectOf(block['rows']);
  return {
    node: ['ml', 'splits'],
    parts: compact(Object.fromEntries(SPLIT_ROLES.map(role => [role, oneOrMore(block[role])]))),
    rows: compact(Object.fromEntries(SPLIT_ROLES.map(role => [role, numberOf(rows?.[role])]))),
    ...compact({ column: textOf(block['column']) }),
  };
}

const TASKS = ['classification', 'regression'] as const;
