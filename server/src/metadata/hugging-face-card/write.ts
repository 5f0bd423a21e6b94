import { stringify } from 'yaml';
import { SPLIT_ROLES, type Description, type FieldDescription, type FieldType, type LicenceDescription, type ResourceDescription } from '../../core/description.ts';
import { isSame, toJson } from '../../util/json.ts';
import { compact } from '../document/shape.ts';
import { LICENCES, SIZES, SPDX } from './vocabulary.ts';

/** A README.md with the card of a dataset at its head, and its title and description below. */
export function writeCard(description: Description): string {
  const { title, name, description: about, keywords, languages, ml, licences = [] } = description;
  const configs = configsOf(description);
  const card = {
    ...compact({ pretty_name: title ?? name, language: languages, ...licenceOf(licences[0]), tags: keywords, size_categories: sizeOf(description.resources) }),
    ...compact({ task_categories: ml?.task && [`tabular-${ml.task}`] }),
    configs: configs.map(writeConfig),
    ...compact({ dataset_info: infosOf(configs, description) }),
  };
  const text = stringify(card, { aliasDuplicateObjects: false, lineWidth: 0, compat: 'yaml-1.1' });
  return `---\n${text}---\n\n# ${title ?? name ?? 'Dataset'}\n${about === undefined ? '' : `\n${about.trim()}\n`}`;
}

/** Tables with the same columns that are parts of one dataset. */
interface Config {
  readonly called: string;
  readonly splits: readonly (readonly [split: string, resource: ResourceDescription])[];
}

/** Parts that are named as splits go together; every other table is a configuration of its own, which is all training data to the library. */
function configsOf({ resources, ml }: Description): readonly Config[] {
  const splitOf = (resource: ResourceDescription): string | undefined =>
    SPLIT_ROLES.find(role => ml?.splits?.column === undefined && ml?.splits?.parts[role]?.includes(resource.name) === true) ?? resource.split;
  const configs: { called: string; splits: (readonly [string, ResourceDescription])[] }[] = [];
  for (const resource of resources.filter(({ paths }) => paths.length > 0)) {
    const split = splitOf(resource);
    const [group, part] = /^([^/]+)\/(.+)$/.exec(resource.name)?.slice(1) ?? [];
    const called = split !== undefined && part === split ? group ?? 'default' : split === undefined && resources.length > 1 ? resource.name : 'default';
    const same = configs.find(one => one.called === called && isSame(columnsOf(one.splits[0]?.[1]), columnsOf(resource)) && !one.splits.some(([taken]) => taken === split));
    const entry = [asSplit(split ?? 'train'), resource] as const;
    if (split !== undefined && same) same.splits.push(entry);
    else configs.push({ called: configs.some(one => one.called === called) ? resource.name : called, splits: [entry] });
  }
  return configs;
}

const columnsOf = (resource: ResourceDescription | undefined) => toJson(resource?.fields.map(({ name, type }) => [name, type]));

/** Letters, digits, underscores and dots; the library takes nothing else. */
const asSplit = (name: string): string => name.replace(/[^\w.]+/g, '_').replace(/^\.+|\.+$/g, '') || 'train';

function writeConfig({ called, splits }: Config): object {
  const { dialect, encoding } = splits[0]?.[1] ?? {};
  const unless = (usual: string, given: string | undefined): string | undefined => (given?.toLowerCase() === usual ? undefined : given);
  return {
    config_name: called,
    data_files: splits.map(([split, { paths }]) => ({ split, path: paths.length === 1 ? paths[0] : paths })),
    ...compact({
      sep: unless(',', dialect?.delimiter), quotechar: unless('"', dialect?.quote), escapechar: dialect?.escape, encoding: unless('utf-8', encoding),
    }),
    ...(dialect?.header === false && { header: null }),
  };
}

/** Columns are said only where the data has just these: the library refuses any others. */
function infosOf(configs: readonly Config[], { ml }: Description): readonly object[] | undefined {
  const infos = configs.flatMap(({ called, splits }) => {
    const [, first] = splits[0] ?? [];
    const isWhole = first && (first.fieldsMatch === 'exact' || first.fieldsMatch === 'equal');
    const counted = splits.filter(([, { rows, bytes }]) => rows ?? bytes);
    if (!isWhole && counted.length === 0) return [];
    return [{
      config_name: called,
      ...(isWhole && { features: first.fields.map(field => writeFeature(field, field.name === ml?.target && ml.task === 'classification')) }),
      ...(counted.length > 0 && { splits: counted.map(([split, { rows, bytes }]) => ({ name: split, ...compact({ num_bytes: bytes?.value, num_examples: rows?.value }) })) }),
    }];
  });
  return infos.length > 0 ? infos : undefined;
}

const DTYPES: Readonly<Partial<Record<FieldType, string>>> = {
  integer: 'int64', year: 'int64', number: 'float64', boolean: 'bool', date: 'date32', datetime: 'timestamp[s]', time: 'time32[s]',
};

/** Labels become numbers when the library loads them, so only those of the target are declared. */
function writeFeature({ name, type, constraints: { enum: allowed }, format }: FieldDescription, isTarget: boolean): object {
  if (isTarget && type === 'string' && allowed) return { name, dtype: { class_label: { names: Object.fromEntries(allowed.map((label, i) => [String(i), String(label)])) } } };
  const isUsual = format === undefined || format === 'default' || format === 'any';
  return { name, dtype: (isUsual ? DTYPES[type] : undefined) ?? 'string' };
}

const HUB = new Map([...SPDX].map(([hub, spdx]) => [spdx.toLowerCase(), hub]));

/** What the Hub has no identifier for is `other`, with a name and a link. */
function licenceOf(licence: LicenceDescription | undefined): { readonly license?: string; readonly license_name?: string; readonly license_link?: string } {
  if (!licence) return {};
  const { id = '', title, url } = licence;
  const hub = HUB.get(id.toLowerCase()) ?? LICENCES.find(known => known === id.toLowerCase());
  return hub === undefined ? compact({ license: 'other', license_name: slugOf(id || title), license_link: url }) : { license: hub };
}

const slugOf = (text: string | undefined): string | undefined => text?.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/^-|-$/g, '') || undefined;

function sizeOf(resources: readonly ResourceDescription[]): readonly string[] | undefined {
  const counts = resources.map(({ rows }) => rows?.value ?? NaN);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found = [...SIZES].find(([size, [least, below]]) => size !== 'unknown' && total >= least && total < below);
  return found && resources.length > 0 ? [found[0]] : undefined;
}
