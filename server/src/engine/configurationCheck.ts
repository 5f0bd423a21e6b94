import type { Configuration } from '../config/configuration.ts';
import type { Configurations } from '../config/configurations.ts';
import { isLiteral } from '../config/globs.ts';
import type { LoadedConfiguration } from '../config/load.ts';
import { type Suppression, dayOf, isExpired } from '../config/suppressions.ts';
import type { Finding } from '../core/finding.ts';
import type { Host, Refusal } from '../core/host.ts';
import type { Place } from '../core/place.ts';
import type { Rule, SuppressionView } from '../core/rule.ts';
import { folderOf, resolveFrom } from '../util/uri.ts';
import { toFindings } from './findings.ts';
import { activeRules, Judge } from './judge.ts';
import { siftFindings } from './sift.ts';

/** What the check of a configuration document needs. */
export interface ConfigurationCheck {
  readonly uri: string;
  readonly host: Pick<Host, 'log' | 'today'>;
  readonly configurations: Configurations;
  readonly rules: readonly Rule[];
  readonly usage: SuppressionUsage;
  /** What the editor's settings say, which has no say below the document. */
  readonly settings: Configuration;
}

/** Checks a configuration document: its form, its names, its suppressions. */
export async function checkConfiguration(request: ConfigurationCheck): Promise<readonly Finding[] | Refusal> {
  const { uri, host, configurations, rules, usage, settings } = request;
  const loaded = await configurations.load(uri);
  if (!loaded) return { refused: 'unreadable', detail: 'not a configuration that can be read' };
  const today = dayOf(host.today());
  const suppressions = loaded.suppressions.filter(one => one.uri === uri).map(one => viewOf(one, today, usage));
  const overruled = Object.keys(settings.rules).filter(id => rules.some(rule => rule.id === id || rule.formerly.includes(id)));
  const { configuration } = await configurations.for(uri);
  const judged = new Judge(host.log).problems(activeRules(rules, configuration), [
    { scope: 'configuration', input: { complaints: loaded.complaints, suppressions, overruled } },
  ]);
  const found = toFindings(judged.map(one => ({ judged: one, matches: undefined, fixMatches: undefined })), uri, place => spotIn(loaded, place));
  const { findings } = siftFindings(found, { configuration, rules, columnName: () => undefined, mayHash: () => false });
  return [...findings].sort((a, b) => a.primary.range.start.line - b.primary.range.start.line || a.primary.range.start.character - b.primary.range.start.character);
}

const spotIn = ({ locate }: LoadedConfiguration, place: Place): Pick<Finding['primary'], 'range'> | undefined =>
  (place.at === 'node' ? { range: place.range ?? locate(place.path, place.part) } : undefined);

function viewOf(suppression: Suppression, today: string, usage: SuppressionUsage): SuppressionView {
  const { path: node, rule, until } = suppression;
  return { node, rule, until, state: isExpired(suppression, today) ? 'expired' : usage.stateOf(suppression) };
}

/** Which suppressions left something out in the checks so far. */
export class SuppressionUsage {
  readonly #checked = new Set<string>();
  readonly #swept: string[] = [];
  /** Files by suppression. */
  readonly #used = new Map<string, Set<string>>();

  /** A file was checked; `used` are the positions, in its configuration, of the suppressions that something was left out for. */
  note(file: string, { suppressions = [] }: Configuration, used: readonly number[] = []): void {
    this.#checked.add(file);
    for (const files of this.#used.values()) files.delete(file);
    for (const suppression of used.flatMap(i => suppressions[i] ?? [])) {
      const key = keyOf(suppression);
      const files = this.#used.get(key) ?? new Set<string>();
      this.#used.set(key, files.add(file));
    }
  }

  /** Everything below a folder was checked. */
  swept(folder: string): void {
    this.#swept.push(folder.replace(/\/$/, ''));
  }

  stateOf(suppression: Suppression): SuppressionView['state'] {
    if ((this.#used.get(keyOf(suppression))?.size ?? 0) > 0) return 'used';
    const folder = folderOf(suppression.uri);
    if (this.#swept.some(swept => folder === swept || folder.startsWith(`${swept}/`))) return 'unused';
    const exact = suppression.files.filter(isLiteral).map(file => resolveFrom(folder, file));
    const all = exact.length > 0 && exact.length === suppression.files.length && exact.every(file => file !== undefined && this.#checked.has(file));
    return all ? 'unused' : 'open';
  }
}

const keyOf = ({ uri, path }: Suppression): string => `${uri}#${path.join('/')}`;
