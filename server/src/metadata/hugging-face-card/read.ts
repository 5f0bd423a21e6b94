import type { Description, DialectDescription, FieldDescription, LicenceDescription, MlDescription, ResourceDescription, SplitRole } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { roleOfWord } from '../../util/splitNames.ts';
import { PANDAS_MISSING } from '../document/missing.ts';
import { compact, listOf, numberOf, objectOf, oneOrMore, textOf, type JsonObject } from '../document/shape.ts';
import { DEFAULT } from './consistency.ts';
import { readFeatures, type Feature } from './features.ts';
import { LICENCES, NOT_IN_SPDX, SPDX } from './vocabulary.ts';

/** Maps a dataset card onto the one model: a resource for every split of every configuration, with the features of that configuration as its fields. */
export function readCard(card: JsonObject): Description {
  const infos = readInfos(card['dataset_info'], ['dataset_info'], readFeatures);
  const configs = listOf(card['configs']) ?? [];
  const resources = configs.flatMap((item, i) => readConfig(objectOf(item) ?? {}, ['configs', i], infos));
  const ml = configs.length === 1 ? splitsOf(resources) : undefined;
  return {
    resources,
    ...compact({ title: textOf(card['pretty_name']), keywords: oneOrMore(card['tags']), languages: oneOrMore(card['language']), ml, licences: readLicences(card) }),
  };
}

/** What a card or an older file says of one configuration: its columns, and how much there is of each split. */
export interface Info {
  readonly called: string;
  readonly features: readonly Feature[];
  readonly hasFeatures: boolean;
  readonly node: NodePath;
  /** Bytes of all files together. */
  readonly download: number | undefined;
  readonly splits: ReadonlyMap<string, { readonly examples: number | undefined; readonly node: NodePath }>;
}

export type FeatureReader = (value: Json | undefined, node: NodePath) => { readonly features: readonly Feature[] };

function readInfos(given: Json | undefined, node: NodePath, read: FeatureReader): readonly Info[] {
  const items = listOf(given);
  if (items) return items.map((item, i) => readInfo(objectOf(item) ?? {}, [...node, i], read));
  const one = objectOf(given);
  return one ? [readInfo(one, node, read)] : [];
}

function readInfo(info: JsonObject, node: NodePath, read: FeatureReader): Info {
  const splits = (listOf(info['splits']) ?? []).flatMap((item, i) => {
    const split = objectOf(item);
    const called = textOf(split?.['name']);
    return called === undefined ? [] : [[called, { examples: numberOf(split?.['num_examples']), node: [...node, 'splits', i, 'num_examples'] }] as const];
  });
  return {
    called: textOf(info['config_name']) ?? DEFAULT,
    features: read(info['features'], [...node, 'features']).features,
    hasFeatures: listOf(info['features']) !== undefined, node, download: numberOf(info['download_size']), splits: new Map(splits),
  };
}

/** The split of files that nobody divides. */
export const WHOLE = 'train';

/** Paths of one split, each with its node. */
interface Part {
  readonly split: string | undefined;
  readonly paths: readonly string[];
  readonly nodes: readonly NodePath[];
  readonly node: NodePath;
}

function readConfig(config: JsonObject, node: NodePath, infos: readonly Info[]): readonly ResourceDescription[] {
  const called = textOf(config['config_name']) ?? DEFAULT;
  const info = infos.find(one => one.called === called);
  const folder = textOf(config['data_dir'])?.replace(/\/+$/, '');
  const dialect = readDialect(config);
  const parts = readParts(config['data_files'], [...node, 'data_files'], folder, [...node, 'data_dir']);
  return parts.map((part): ResourceDescription => {
    const split = part.split ?? (config['data_files'] === undefined ? undefined : WHOLE);
    const examples = split === undefined ? undefined : info?.splits.get(split);
    const download = parts.length === 1 && info?.download !== undefined ? { value: info.download, node: [...info.node, 'download_size'] } : undefined;
    return {
      name: part.split === undefined ? called : `${called}/${part.split}`, paths: part.paths, pathNodes: part.nodes, globs: true, node: part.node, missingValues: PANDAS_MISSING,
      fields: info ? fieldsOf(info.features, isJson(part.paths)) : [],
      ...compact({
        dialect, split: part.split, encoding: textOf(config['encoding']), fieldsMatch: info?.hasFeatures && isTable(info.features, part.paths) ? 'equal' as const : undefined,
        rows: examples?.examples === undefined ? undefined : { value: examples.examples, node: examples.node }, bytes: download,
      }),
    };
  });
}

function readParts(given: Json | undefined, at: NodePath, folder: string | undefined, folderNode: NodePath): readonly Part[] {
  const below = (path: string): string => (folder === undefined || folder === '' || folder === '.' ? path : `${folder}/${path}`);
  const items = listOf(given);
  const one = textOf(given);
  if (one !== undefined) return [{ split: undefined, paths: [below(one)], nodes: [at], node: at }];
  if (!items) return folder === undefined ? [] : [{ split: undefined, paths: [`${folder}/**`], nodes: [folderNode], node: folderNode }];
  const plain = items.flatMap((item, i) => (typeof item === 'string' ? [[below(item), [...at, i]] as const] : []));
  return [
    ...(plain.length > 0 ? [{ split: undefined, paths: plain.map(([path]) => path), nodes: plain.map(([, path]) => path), node: at }] : []),
    ...items.flatMap((item, i): readonly Part[] => {
      const split = textOf(objectOf(item)?.['split']);
      const path = objectOf(item)?.['path'];
      const paths = oneOrMore(path);
      const node = [...at, i];
      const nodes = (listOf(path) ?? []).flatMap((each, k) => (typeof each === 'string' ? [[...node, 'path', k]] : []));
      return split === undefined || !paths ? [] : [{ split, paths: paths.map(below), nodes: typeof path === 'string' ? [[...node, 'path']] : nodes, node }];
    }),
  ];
}

function readDialect(config: JsonObject): DialectDescription | undefined {
  const dialect = compact({
    delimiter: textOf(config['sep']) ?? textOf(config['delimiter']), quote: textOf(config['quotechar']), escape: textOf(config['escapechar']), header: config['header'] === null ? false : undefined,
  });
  return Object.keys(dialect).length > 0 ? dialect : undefined;
}

const isJson = ([first = '']: readonly string[]): boolean => /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(first);

/** Images and sounds lie in files of their own, and what the table beside them holds is not told; only Parquet has them inside. */
const isTable = (features: readonly Feature[], [first = '']: readonly string[]): boolean => !features.some(({ media }) => media) || /\.parquet$/i.test(first);

/** Fields as columns are called in the data: JSON has a column for every part of a struct, elsewhere a struct is one. */
export function fieldsOf(features: readonly Feature[], inJson: boolean, prefix = ''): readonly FieldDescription[] {
  return features.flatMap((feature): readonly FieldDescription[] => {
    const called = prefix + feature.name;
    if (!inJson && (feature.parts || feature.repeated)) return [{ name: called, type: 'any', constraints: {}, node: feature.node }];
    if (feature.repeated === 'columns') return (feature.parts ?? []).map(part => ({ name: `${called}.${part.name}[]`, type: 'any', constraints: {}, node: part.node }));
    if (feature.repeated === 'list') return [{ name: `${called}[]`, type: 'any', constraints: {}, node: feature.node }];
    if (feature.parts) return fieldsOf(feature.parts, inJson, `${called}.`);
    return [fieldOf(feature, called)];
  });
}

/** The data has the labels of a class or their numbers; -1 is the number of no label. Dates and times are read in any form. */
function fieldOf({ type, labels, node }: Feature, called: string): FieldDescription {
  const allowed = labels && [...labels, ...labels.keys(), -1].map(String);
  return { name: called, type, node, constraints: allowed ? { enum: allowed } : {}, ...((type === 'datetime' || type === 'time') && { format: 'any' }) };
}

/** Identifiers the Hub does not know are left out: they were complained of. */
function readLicences(card: JsonObject): readonly LicenceDescription[] | undefined {
  const given = oneOrMore(card['license']);
  const url = textOf(card['license_link']);
  return given?.filter(id => LICENCES.includes(id)).map((id, i) => ({
    node: listOf(card['license']) ? ['license', i] : ['license'],
    ...(NOT_IN_SPDX.has(id) ? { title: textOf(card['license_name']) ?? id } : { id: SPDX.get(id) ?? id }),
    ...(id === 'other' && url !== undefined && /^https?:/.test(url) && { url }),
  }));
}

/** Splits with the names of roles, where the card has one configuration. */
function splitsOf(resources: readonly ResourceDescription[]): MlDescription | undefined {
  const parts: Partial<Record<SplitRole, string[]>> = {};
  for (const { name, split } of resources) {
    const role = split === undefined ? undefined : roleOfWord(split);
    if (role) (parts[role] ??= []).push(name);
  }
  return Object.keys(parts).length > 0 ? { node: ['configs', 0], splits: { parts, rows: {}, node: ['configs', 0, 'data_files'] } } : undefined;
}
