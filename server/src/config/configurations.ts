import { type Files, isRefusal } from '../core/host.ts';
import type { Rule } from '../core/rule.ts';
import { childOf, folderOf, foldersAbove } from '../util/uri.ts';
import type { Configuration, Rules } from './configuration.ts';
import { type Effective, effectiveFor, effectiveOfSettings, withRules } from './effective.ts';
import { globs } from './globs.ts';
import { type LoadedConfiguration, loadConfiguration } from './load.ts';
import { CONFIGURATION_NAMES } from './schema.ts';
import { dayOf } from './suppressions.ts';

/** What configurations are read from. */
export interface ConfigurationSetup {
  readonly files: Files;
  readonly rules: readonly Rule[];
  today(): Date;
  /** Folders within which configurations are looked for, upwards from a file. */
  roots(): readonly string[];
  /** What holds where no configuration document governs a file: the editor's settings. */
  fallback(uri: string): Configuration;
  /** Words about rules that win over every document: the options of a command line. */
  readonly rulesOnTop?: Rules;
  /** True where a baseline is being written: what it knows is then shown. */
  readonly withoutBaseline?: boolean;
}

/**
 * Finds and reads configuration documents. The nearest one above a file governs it as a whole, and then the editor's settings have no say, so that
 * every editor and the command line find the same. Documents are read again when their size or time changes.
 */
export class Configurations {
  readonly #setup: ConfigurationSetup;
  readonly #loaded = new Map<string, { readonly stamp: string; readonly loaded: LoadedConfiguration | undefined }>();

  constructor(setup: ConfigurationSetup) {
    this.#setup = setup;
  }

  /** What holds for a file. */
  async for(uri: string): Promise<Effective> {
    const { rules, fallback, today, rulesOnTop = {}, withoutBaseline = false } = this.#setup;
    const loaded = await this.governing(uri);
    const effective = loaded ? effectiveFor(withoutBaseline ? { ...loaded, baseline: undefined } : loaded, uri, rules, dayOf(today())) : effectiveOfSettings(fallback(uri));
    return withRules(effective, rulesOnTop);
  }

  /** Whether the document that governs a file leaves it out when its folder is checked. */
  async excludes(uri: string): Promise<boolean> {
    const loaded = await this.governing(uri);
    return loaded !== undefined && loaded.exclude.length > 0 && globs(folderOf(loaded.uri), loaded.exclude)(uri);
  }

  /** Whether a document is said to be no description, whatever it is called and looks like. */
  async isNoDescription(uri: string): Promise<boolean> {
    return (await this.for(uri)).configuration.standard === 'none';
  }

  /** The nearest configuration document above a file. */
  async governing(uri: string): Promise<LoadedConfiguration | undefined> {
    for (const folder of foldersAbove(uri, this.#setup.roots())) {
      for (const name of CONFIGURATION_NAMES) {
        const found = await this.load(childOf(folder, name));
        if (found) return found;
      }
    }
    return undefined;
  }

  /** One configuration document; `undefined` where there is none to read. */
  async load(uri: string): Promise<LoadedConfiguration | undefined> {
    const facts = await this.#setup.files.stat(uri);
    if (isRefusal(facts) || facts.kind !== 'file') return undefined;
    const known = this.#loaded.get(uri);
    if (known && known.stamp === await this.#stamp(known.loaded?.sources ?? [uri])) return known.loaded;
    const loaded = await loadConfiguration(this.#setup.files, uri, this.#setup.rules);
    this.#loaded.set(uri, { stamp: await this.#stamp(loaded?.sources ?? [uri]), loaded });
    return loaded;
  }

  async #stamp(uris: readonly string[]): Promise<string> {
    const facts = await Promise.all(uris.map(uri => this.#setup.files.stat(uri)));
    return facts.map(one => (isRefusal(one) ? one.refused : `${one.size}@${one.modified}`)).join(' ');
  }
}

/** Whether a file is a configuration document, by its name. */
export const isConfigurationName = (fileName: string): boolean => CONFIGURATION_NAMES.some(name => name === fileName);
