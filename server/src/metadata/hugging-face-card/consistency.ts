import { list, name, say, value } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';

/** What configurations and `dataset_info` of a card say of each other: names given twice, two defaults, splits that only one of the two has. */
export function consistencyComplaints(card: JsonObject): readonly Complaint[] {
  const configs = (listOf(card['configs']) ?? []).map((item, i) => viewConfig(objectOf(item) ?? {}, ['configs', i]));
  const infos = infosOf(card);
  return [
    ...repeats(configs.map(({ called, node }) => [called, [...node, 'config_name']])),
    ...repeats(infos.map(({ called, node }) => [called ?? DEFAULT, [...node, 'config_name']])),
    ...secondDefaults(configs),
    ...configs.flatMap(({ splits }) => repeats(splits.map(({ split, node }) => [split, [...node, 'split']]))),
    ...infos.flatMap(({ splits }) => repeats(splits.map(({ split, node }) => [split, [...node, 'name']]))),
    ...infos.flatMap(info => unknownParts(info, configs)),
  ];
}

/** What a configuration is called that nobody gave a name. */
export const DEFAULT = 'default';

interface SplitView {
  readonly split: string;
  readonly node: NodePath;
}

interface PartView {
  readonly called: string | undefined;
  readonly node: NodePath;
  readonly splits: readonly SplitView[];
}

interface ConfigView extends PartView {
  readonly isDefault: boolean;
  /** True where the splits are left to the names of files. */
  readonly open: boolean;
}

function viewConfig(config: JsonObject, node: NodePath): ConfigView {
  const items = listOf(config['data_files']);
  const splits = (items ?? []).flatMap((item, i) => {
    const split = textOf(objectOf(item)?.['split']);
    return split === undefined ? [] : [{ split, node: [...node, 'data_files', i] }];
  });
  const called = textOf(config['config_name']);
  return { called, node, splits, isDefault: called === DEFAULT || config['default'] === true, open: items === undefined || splits.length < items.length };
}

/** The parts of `dataset_info`, which is one of them or a list. */
export function infosOf(card: JsonObject): readonly (PartView & { readonly features: Json | undefined })[] {
  const given = card['dataset_info'];
  const one: readonly (readonly [Json | undefined, NodePath])[] = objectOf(given) ? [[given, ['dataset_info']]] : [];
  const items = listOf(given)?.map((item, i) => [item, ['dataset_info', i]] as const) ?? one;
  return items.map(([item, node]) => {
    const info = objectOf(item) ?? {};
    const splits = (listOf(info['splits']) ?? []).flatMap((each, i) => {
      const split = textOf(objectOf(each)?.['name']);
      return split === undefined ? [] : [{ split, node: [...node, 'splits', i] }];
    });
    return { called: textOf(info['config_name']), node, splits, features: info['features'] };
  });
}

function repeats(names: readonly (readonly [string | undefined, NodePath])[]): readonly Complaint[] {
  const seen = new Set<string>();
  return names.flatMap(([called, path]) => {
    if (called === undefined) return [];
    const again = seen.has(called);
    seen.add(called);
    return again ? [{ kind: 'schema', path, part: 'value', message: say`${name(called)} is here already` } as const] : [];
  });
}

function secondDefaults(configs: readonly ConfigView[]): readonly Complaint[] {
  const [first, ...others] = configs.filter(({ isDefault }) => isDefault);
  return others.filter(({ called }) => called !== first?.called).map(({ called, node }) => ({
    kind: 'schema', path: [...node, called === DEFAULT ? 'config_name' : 'default'], part: 'value',
    message: say`Only one configuration can be the default one; ${name(first?.called ?? '')} is it already`,
  }));
}

/** Configurations and splits that are counted here and loaded nowhere. */
function unknownParts({ called = DEFAULT, node, splits }: PartView, configs: readonly ConfigView[]): readonly Complaint[] {
  if (configs.length === 0 || configs.some(config => config.called === undefined)) return [];
  const config = configs.find(one => one.called === called);
  const names = configs.flatMap(one => one.called ?? []);
  if (!config) return [unknown(called, [...node, 'config_name'], names)];
  const known = config.splits.map(({ split }) => split);
  return config.open ? [] : splits.filter(({ split }) => !known.includes(split)).map(({ split, node: at }) => unknown(split, [...at, 'name'], known));
}

function unknown(given: string, path: NodePath, known: readonly string[]): Complaint {
  const meant = mostSimilar(given, known);
  const complaint = { kind: 'reference', path, part: 'value' } as const;
  if (meant === undefined) return { ...complaint, message: say`${name(given)} is not under ${name('configs')}, which has ${list(known.slice(0, 8).map(one => name(one)))}` };
  return {
    ...complaint, message: say`${name(given)} is not under ${name('configs')}; did you mean ${name(meant)}?`,
    fix: { title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}
