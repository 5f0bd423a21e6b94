import type { Configuration } from '../config/configuration.ts';
import { readRules } from '../config/configuration.ts';
import type { Host } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { checkData } from '../engine/dataCheck.ts';
import type { DataCheckSetup, Unchecked } from '../engine/dataCheck.ts';
import { discover } from '../engine/discover.ts';
import { Documents } from '../engine/documents.ts';
import { allRules, allStandards, formatOf, isDatasetName, ruleOf } from '../engine/registry.ts';
import type { Descriptions } from '../engine/checks.ts';
import { Partners } from '../engine/splits/partners.ts';
import type { FileReport } from '../report/report.ts';
import { fileNameOf } from '../util/uri.ts';
import type { CheckInvocation } from './arguments.ts';

/** A path the user named, as a URI and as it should be shown. */
export interface NamedPath {
  readonly uri: string;
  readonly path: string;
}

export interface CheckSetup {
  readonly host: Host;
  readonly kernel: () => Promise<Kernel>;
  readonly descriptions: Descriptions;
  /** Folders descriptions are looked for in, upwards from the data. */
  readonly roots: readonly string[];
  /** Tables that others are held against, read once a run. */
  readonly partners?: Partners;
  /** Path to show for a URI. */
  show(uri: string): string;
}

export interface CheckRun {
  readonly files: readonly FileReport[];
  /** Paths that were named and could not be checked. */
  readonly failures: readonly Message[];
}

/** Checks everything below the named paths. Files are checked one after the other, in the order they were named and found. */
export async function runCheck(invocation: CheckInvocation, named: readonly NamedPath[], setup: CheckSetup): Promise<CheckRun> {
  const { configuration, ignored } = readRules(invocation.rules);
  const unknown = Object.keys(configuration.rules).filter(id => !ruleOf(id));
  const failures: Message[] = [
    ...ignored.map(id => say`${name(id)} can be set to error, warning, information, hint, on or off`),
    ...unknown.map(id => say`there is no rule ${name(id)}; rules are ${list(allRules.map(rule => name(rule.id)))}`),
  ];
  if (failures.length > 0) return { files: [], failures };
  const partners = new Partners({
    files: setup.host.files, log: setup.host.log, formatOf, findDescription: uri => setup.descriptions.find(uri, setup.host.files, setup.roots),
  });
  const files: FileReport[] = [];
  for await (const found of expand(named, invocation.exclude, setup)) {
    const report = typeof found === 'object' ? found : await checkOne(found, configuration, { ...setup, partners });
    if ('template' in report) failures.push(report);
    else files.push(report);
  }
  if (files.length === 0 && failures.length === 0) failures.push(say`no dataset was found`);
  return { files, failures };
}

const isDescription = (fileName: string): boolean => allStandards.some(standard => standard.recognises(fileName, undefined));

/** Files to check below the named paths; a message for a path that is none. */
async function* expand(named: readonly NamedPath[], exclude: readonly string[], { host }: CheckSetup): AsyncGenerator<string | Message> {
  for (const { uri, path } of named) {
    const facts = await host.files.stat(uri);
    if (isRefusal(facts)) yield say`${name(path)} cannot be read: ${REASONS[facts.refused]}`;
    else if (facts.kind === 'file') yield uri;
    else yield* discover(host.files, { root: uri, include: [], exclude, accepts: file => isDatasetName(file) || isDescription(file) });
  }
}

async function checkOne(uri: string, configuration: Configuration, setup: CheckSetup): Promise<FileReport | Message> {
  return isDescription(fileNameOf(uri)) ? checkDescription(uri, configuration, setup) : checkDataFile(uri, configuration, setup);
}

async function checkDescription(uri: string, configuration: Configuration, { host, descriptions, roots, show }: CheckSetup): Promise<FileReport | Message> {
  const checked = await descriptions.check({ uri, host, folders: roots, configuration });
  if ('refused' in checked) return failureOf(show(uri), checked);
  return { uri, path: show(uri), findings: checked.findings, notices: [], masks: () => undefined };
}

async function checkDataFile(uri: string, configuration: Configuration, { host, kernel, descriptions, roots, partners, show }: CheckSetup): Promise<FileReport | Message> {
  const setup: DataCheckSetup = {
    documents: new Documents(), disk: host.files, log: host.log, kernel, scanners: host.scanners, partners,
    findDescription: of => descriptions.find(of, host.files, roots),
    configurationOf: () => configuration,
  };
  const checked = await checkData(uri, setup, {});
  if (!checked || 'refused' in checked) return failureOf(show(uri), checked ?? { refused: 'unreadable', detail: '' });
  return { uri, path: show(uri), findings: checked.checked.findings, notices: checked.checked.notices, masks: checked.masks };
}

const failureOf = (path: string, { refused }: Unchecked): Message => say`${name(path)} cannot be checked: ${REASONS[refused]}`;

const REASONS: Readonly<Record<Unchecked['refused'], Message>> = {
  missing: say`there is no such file or folder`,
  'not-permitted': say`it may not be read with the rights of this user`,
  'not-a-file': say`it is not a file`,
  'too-big': say`it is too big to be read here`,
  'outside-workspace': say`it lies outside of the folders that were named`,
  untrusted: say`the workspace is not trusted`,
  unreadable: say`reading it failed`,
  'no-format': say`Lintel reads .csv, .tsv, .tab, .psv, .jsonl, .ndjson and .json files and Data Packages`,
};
