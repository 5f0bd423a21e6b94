import type { Json, Severity } from '../core/problem.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Rule, RuleSettings } from '../core/rule.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';

/** What a user says about rules: by rule id, a severity or `off`, and the rule's settings. */
export interface Configuration {
  readonly rules: Readonly<Record<string, RuleConfiguration>>;
}

export interface RuleConfiguration {
  /** `on` keeps the rule's own severity and switches on a rule that waits for it. */
  readonly severity: Severity | 'off' | 'on';
  readonly settings: RuleSettings;
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

/** The mode of one rule: its present id wins over ids it had before. */
export function modeOf(configuration: Configuration, rule: Pick<Rule, 'id' | 'formerly' | 'enabled'>): RuleMode {
  const id = [rule.id, ...rule.formerly].find(candidate => Object.hasOwn(configuration.rules, candidate));
  const given = id === undefined ? undefined : configuration.rules[id];
  if (!given) return { enabled: rule.enabled, named: false, severity: undefined, settings: {} };
  const { severity, settings } = given;
  return { enabled: severity !== 'off', named: true, severity: severity === 'off' || severity === 'on' ? undefined : severity, settings };
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

const SWITCHES: ReadonlySet<Json> = new Set<Json>([...SEVERITIES, 'off', 'on']);

function isSwitch(value: Json | undefined): value is RuleConfiguration['severity'] {
  return value !== undefined && SWITCHES.has(value);
}
