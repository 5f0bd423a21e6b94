import type { MlDescription } from '../core/description.ts';
import type { Declared } from '../core/format.ts';
import type { Json, Severity } from '../core/problem.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Rule, RuleSettings } from '../core/rule.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';
import type { WordList } from '../util/text/wordLists.ts';
import type { Baseline } from './baseline.ts';
import type { ActiveSuppression } from './suppressions.ts';

/** What holds for one file: what a user says about rules, and about how the file is to be read. */
export interface Configuration {
  readonly rules: Rules;
  /** Rules of single columns, in the order they were written; later ones win. */
  readonly columns?: readonly ColumnConfiguration[];
  /** How the file is to be read where no description says so. */
  readonly read?: Declared;
  /** What a model should learn, where no description says so. */
  readonly ml?: MlDescription;
  /** `never`: no value of the data is quoted in any message, personal or not. */
  readonly quoteValues?: QuoteValues;
  /** Laws and standards every description is held against, whatever it names itself: ids of profiles, with a version or without. */
  readonly profiles?: readonly string[];
  /** Files with texts for evaluation, of which training data must hold nothing. */
  readonly evaluation?: { readonly folder: string; readonly patterns: readonly string[] };
  /** Words and phrases to be told of. */
  readonly words?: readonly WordList[];
  /** `none`: a document that only is called like a description, or looks like one, and is to be left alone. */
  readonly standard?: 'none';
  /** Suppressions that name this file. */
  readonly suppressions?: readonly ActiveSuppression[];
  /** What was there when the baseline was written, for this file. */
  readonly baseline?: Baseline;
}

export type QuoteValues = 'unless-personal' | 'never';

/** By rule id, a severity or `off`, and the rule's settings. */
export type Rules = Readonly<Record<string, RuleConfiguration>>;

export interface RuleConfiguration {
  /** `on` keeps the rule's own severity and switches on a rule that waits for it. */
  readonly severity: Severity | 'off' | 'on';
  readonly settings: RuleSettings;
}

/** Rules of the columns whose names a pattern matches. */
export interface ColumnConfiguration {
  readonly pattern: string;
  matches(name: string): boolean;
  readonly rules: Rules;
}

export const DEFAULT_CONFIGURATION: Configuration = { rules: {} };

/** How a rule is to be run; `severity` is `undefined` where the rule's own holds. */
export interface RuleMode {
  readonly enabled: boolean;
  /** Whether the configuration names the rule, which switches on what waits for it. */
  readonly named: boolean;
  readonly severity: Severity | undefined;
  readonly settings: RuleSettings;
}

/** The mode of one rule, for a column where one is named: the rule's present id wins over ids it had before. */
export function modeOf({ rules, columns = [] }: Configuration, rule: Pick<Rule, 'id' | 'formerly' | 'enabled'>, column?: string): RuleMode {
  const own = column === undefined ? [] : columns.filter(each => each.matches(column)).flatMap(each => entryOf(each.rules, rule) ?? []);
  const given = own.reduce<RuleConfiguration | undefined>(mergeRule, entryOf(rules, rule));
  if (!given) return { enabled: rule.enabled, named: false, severity: undefined, settings: {} };
  const { severity, settings } = given;
  return { enabled: severity !== 'off', named: true, severity: severity === 'off' || severity === 'on' ? undefined : severity, settings };
}

/** A later word about a rule replaces its severity and those of its settings that it names. */
export function mergeRule(before: RuleConfiguration | undefined, { severity, settings }: RuleConfiguration): RuleConfiguration {
  return { severity, settings: { ...before?.settings, ...settings } };
}

export const mergeRules = (before: Rules, after: Rules): Rules =>
  Object.entries(after).reduce<Rules>((rules, [id, own]) => ({ ...rules, [id]: mergeRule(rules[id], own) }), before);

function entryOf(rules: Rules, rule: Pick<Rule, 'id' | 'formerly'>): RuleConfiguration | undefined {
  const id = [rule.id, ...rule.formerly].find(candidate => Object.hasOwn(rules, candidate));
  return id === undefined ? undefined : rules[id];
}

/**
 * Reads the `rules` part of settings: `{ "outlier": "off", "missing-rate": ["warning", { "least": 0.2 }] }`. Ill-formed entries are left
 * out and named in `ignored`, so that one typing mistake does not switch everything else back to its default.
 */
export function readRules(json: Json | undefined): { readonly configuration: Configuration; readonly ignored: readonly string[] } {
  if (!isJsonObject(json)) return { configuration: DEFAULT_CONFIGURATION, ignored: [] };
  const entries = Object.entries(json).map(([id, setting]) => ({ id, read: readRule(setting) }));
  return {
    configuration: { rules: Object.fromEntries(entries.flatMap(({ id, read }) => (read ? [[id, read]] : []))) },
    ignored: entries.filter(({ read }) => !read).map(({ id }) => id),
  };
}

function readRule(setting: Json): RuleConfiguration | undefined {
  const [severity, settings] = isJsonList(setting) ? setting : [setting, {}];
  if (!isSwitch(severity)) return undefined;
  return { severity, settings: isJsonObject(settings) ? settings : {} };
}

export const SWITCHES = [...SEVERITIES, 'on', 'off'] as const;
const SWITCH_SET: ReadonlySet<Json> = new Set<Json>(SWITCHES);

function isSwitch(value: Json | undefined): value is RuleConfiguration['severity'] {
  return value !== undefined && SWITCH_SET.has(value);
}
