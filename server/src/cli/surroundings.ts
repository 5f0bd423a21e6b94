import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readRules } from '../config/configuration.ts';
import { Configurations } from '../config/configurations.ts';
import type { Host, Log } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import type { Descriptions } from '../engine/checks.ts';
import { Corpora } from '../engine/corpus/corpora.ts';
import { SuppressionUsage } from '../engine/configurationCheck.ts';
import { createDescriptions, withoutNone } from '../engine/descriptions.ts';
import { allRules, formatOf, ruleOf } from '../engine/registry.ts';
import { Evaluations } from '../engine/texts/evaluation.ts';
import { Partners } from '../engine/splits/partners.ts';
import { createNodeHost } from '../host/node/host.ts';
import { createKernel } from '../kernel/kernel.ts';
import type { PartnerPlan } from '../engine/splits/plan.ts';
import { canonicalUri } from '../util/uri.ts';
import type { Reading } from './arguments.ts';

/** A path the user named, as a URI and as it should be shown. */
export interface NamedPath {
  readonly uri: string;
  readonly path: string;
}

/** What the commands work with. */
export interface Surroundings {
  readonly host: Host;
  readonly kernel: () => Promise<Kernel>;
  readonly descriptions: Descriptions;
  readonly configurations: Configurations;
  readonly usage: SuppressionUsage;
  /** What is read as a corpus of text. */
  readonly corpora: Corpora;
  readonly evaluations: Evaluations;
  /** True where everything that is named is to be read so. */
  readonly asText: boolean;
  /** Tables that others are held against, read once a run. */
  readonly partners: Partners;
  /** Folders within which descriptions and configurations are looked for, upwards from the data. */
  readonly roots: readonly string[];
  readonly named: readonly NamedPath[];
  /** Path to show for a URI: relative to the current folder, with `/`. */
  show(uri: string): string;
}

/** What a command does beyond reading. */
export interface Abilities {
  readonly writes?: boolean;
  readonly withoutBaseline?: boolean;
  /** Bytes that stand in for the file at a URI, and how they do. */
  readonly overlay?: (files: Host['files'], uri: string, bytes: Uint8Array) => Host['files'];
  readonly at?: string;
  /** See `PartnersSetup`. */
  readonly planFor?: (uri: string) => readonly PartnerPlan[] | undefined;
  readonly bytes?: Uint8Array;
}

/** The same with all rules off, for commands that only want to know the columns: then there is no second pass. */
export const withoutRules = <T extends object>(wishes: T): T & { readonly rules: Json } => ({ ...wishes, rules: Object.fromEntries(allRules.map(({ id }) => [id, 'off'])) });

type Asked = Pick<Reading, 'paths' | 'rules' | 'maxWorkers'> & Partial<Pick<Reading, 'text'>>;

/**
 * The world around one command line. Configurations and descriptions are looked for up to the repository the current folder is in, and those that what
 * was named lies in, as an editor does that has opened them. Messages say which `--rule` cannot be understood.
 */
export function createSurroundings({ paths, rules, maxWorkers, text = false }: Asked, log: Log, can: Abilities = {}): Surroundings | readonly Message[] {
  const { configuration, ignored } = readRules(rules);
  const unknown = Object.keys(configuration.rules).filter(id => !ruleOf(id));
  const failures = [
    ...ignored.map(id => say`${name(id)} can be set to error, warning, information, hint, on or off`),
    ...unknown.map(id => say`there is no rule ${name(id)}; rules are ${list(allRules.map(rule => name(rule.id)))}`),
  ];
  if (failures.length > 0) return failures;
  const named = paths.map(path => ({ path, uri: uriOf(resolve(path)) }));
  const roots = [...new Set([process.cwd(), ...paths.map(folderAt)].map(folder => uriOf(repositoryOf(folder)))), ...named.map(({ uri }) => uri)];
  const disk = createNodeHost(log, { roots: () => roots, consented: uri => named.some(one => one.uri === uri), mayWrite: () => can.writes === true }, () => maxWorkers);
  const { overlay, at, bytes } = can;
  // Threads would read the file on disk.
  const { scanners: _, ...alone } = disk;
  const host: Host = overlay && at !== undefined && bytes ? { ...alone, files: overlay(disk.files, at, bytes) } : disk;
  const kernel = lazily(createKernel);
  const configurations = new Configurations({
    files: host.files, rules: allRules, today: () => host.today(), roots: () => roots, fallback: () => ({ rules: {} }), rulesOnTop: configuration.rules,
    ...(can.withoutBaseline === true && { withoutBaseline: true }),
  });
  const descriptions = withoutNone(createDescriptions(), configurations);
  const partners = new Partners({
    files: host.files, log, formatOf, findDescription: uri => descriptions.find(uri, host.files, roots),
    readingOf: async uri => (await configurations.for(uri)).configuration.read,
    ...(can.planFor && { planFor: can.planFor }),
  });
  return {
    host, kernel: () => Promise.resolve(kernel()), descriptions, configurations, usage: new SuppressionUsage(), corpora: new Corpora(), evaluations: new Evaluations(),
    asText: text, partners, roots, named, show,
  };
}

/** The spelling the engine knows a path by. */
export const uriOf = (path: string): string => canonicalUri(pathToFileURL(path).href);

export const pathOf = (uri: string): string => fileURLToPath(uri);

const show = (uri: string): string => {
  const path = relative(process.cwd(), pathOf(uri)).replaceAll('\\', '/');
  return path === '' ? (uri.endsWith('/') ? './' : uri) : `${path}${uri.endsWith('/') ? '/' : ''}`;
};

/** A folder itself, and that of a file or of what is not there. */
function folderAt(path: string): string {
  const at = resolve(path);
  return statSync(at, { throwIfNoEntry: false })?.isDirectory() === true ? at : dirname(at);
}

/** The nearest folder above with a `.git`, or the folder itself. */
function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
