import type { NodePath } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import type { Rule } from '../core/rule.ts';
import { folderOf, pathBelow } from '../util/uri.ts';
import { type Configuration, type RuleConfiguration, type Rules, mergeRules } from './configuration.ts';
import type { Layer, Origin } from './layer.ts';
import type { LoadedConfiguration } from './load.ts';
import { type ActiveSuppression, type Suppression, isExpired } from './suppressions.ts';

/** What holds for one file, with where each part of it comes from. */
export interface Effective {
  readonly configuration: Configuration;
  /** The document that governs the file; `undefined` where there is none. */
  readonly loaded: LoadedConfiguration | undefined;
  /** In the order of the schema; later words of the same key are the ones that count and the only ones listed. */
  readonly sources: readonly SourcedValue[];
}

export interface SourcedValue {
  /** For instance `rules.outlier` or `columns.price.rules.outlier`. */
  readonly key: string;
  readonly value: Json;
  readonly origin: Origin;
  /** Below the origin's block. */
  readonly path: NodePath;
}

/** Rules by present and former ids, so that a suppression written for an old name still holds. */
export type RuleNames = readonly Pick<Rule, 'id' | 'formerly'>[];

/** What the layers of a configuration come to for a file on a day (as 2026-05-31). */
export function effectiveFor(loaded: LoadedConfiguration, uri: string, rules: RuleNames, today: string): Effective {
  const layers = loaded.layers.filter(layer => layer.matchesFile?.(uri) ?? true);
  const suppressions = loaded.suppressions.filter(one => one.matchesFile(uri) && !isExpired(one, today)).map(one => activate(one, rules));
  const path = loaded.baseline && pathBelow(folderOf(loaded.baseline.uri), uri);
  const baseline = path === undefined ? undefined : loaded.baseline?.files[path];
  const { evaluation, words } = loaded;
  const configuration = {
    ...fold(layers), suppressions, ...(baseline && { baseline }), ...(words.length > 0 && { words }),
    ...(evaluation.length > 0 && { evaluation: { folder: folderOf(loaded.uri), patterns: evaluation } }),
  };
  return { configuration, loaded, sources: sourcesOf(layers) };
}

/** The configuration that one block alone gives: an editor's settings, or the options of a command line. */
export function effectiveOfSettings(configuration: Configuration): Effective {
  const layer: Layer = { origin: { kind: 'settings' }, columns: [], read: {}, ml: {}, quoteValues: undefined, ...configuration };
  return { configuration, loaded: undefined, sources: sourcesOf([layer]) };
}

/** A configuration with further words about rules, which win. */
export function withRules(effective: Effective, rules: Rules): Effective {
  if (Object.keys(rules).length === 0) return effective;
  const { configuration } = effective;
  const own = effectiveOfSettings({ rules }).sources;
  return {
    ...effective,
    configuration: { ...configuration, rules: mergeRules(configuration.rules, rules) },
    sources: [...effective.sources.filter(({ key }) => !own.some(one => one.key === key)), ...own],
  };
}

function fold(layers: readonly Layer[]): Configuration {
  const ml = Object.assign({}, ...layers.map(layer => layer.ml));
  const quoteValues = layers.map(layer => layer.quoteValues).filter(each => each !== undefined).at(-1);
  const profiles = layers.flatMap(layer => (layer.profiles ? [layer.profiles] : [])).at(-1);
  return {
    rules: layers.reduce<Rules>((rules, layer) => mergeRules(rules, layer.rules), {}),
    columns: layers.flatMap(layer => layer.columns),
    read: Object.assign({}, ...layers.map(layer => layer.read)),
    ...(Object.keys(ml).length > 0 && { ml: { ...ml, node: [] } }),
    ...(quoteValues && { quoteValues }),
    ...(profiles && { profiles }),
    ...(layers.some(({ standard }) => standard === 'none') && { standard: 'none' }),
  };
}

function activate(suppression: Suppression, rules: RuleNames): ActiveSuppression {
  const meant = rules.find(({ id, formerly }) => id === suppression.rule || formerly.includes(suppression.rule))?.id ?? suppression.rule;
  return { ...suppression, means: rule => rule === meant };
}

function sourcesOf(layers: readonly Layer[]): readonly SourcedValue[] {
  const byKey = new Map<string, SourcedValue>();
  for (const layer of layers) {
    for (const { path, value } of statements(layer)) byKey.set(path.join('.'), { key: path.join('.'), value, origin: layer.origin, path });
  }
  return [...byKey.values()];
}

function statements({ rules, columns, read, ml, quoteValues, profiles, standard }: Layer): readonly { readonly path: readonly string[]; readonly value: Json }[] {
  return [
    ...ruleStatements(rules),
    ...columns.flatMap(({ pattern, rules: own }) => ruleStatements(own).map(({ path, value }) => ({ path: ['columns', pattern, ...path], value }))),
    ...Object.entries(read).map(([key, value]) => ({ path: ['read', key], value })),
    ...Object.entries(ml).map(([key, value]) => ({ path: ['ml', key], value })),
    ...(quoteValues ? [{ path: ['privacy', 'quoteValues'], value: quoteValues }] : []),
    ...(profiles ? [{ path: ['privacy', 'profiles'], value: profiles }] : []),
    ...(standard ? [{ path: ['standard'], value: standard }] : []),
  ];
}

const ruleStatements = (rules: Rules): readonly { readonly path: readonly string[]; readonly value: Json }[] =>
  Object.entries(rules).map(([id, rule]) => ({ path: ['rules', id], value: jsonOf(rule) }));

/** A rule's configuration the way people write it. */
export const jsonOf = ({ severity, settings }: RuleConfiguration): Json => (Object.keys(settings).length === 0 ? severity : [severity, { ...settings }]);
