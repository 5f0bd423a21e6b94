import { resolve } from 'node:path';
import { isConfigurationName } from '../config/configurations.ts';
import { dayOf } from '../config/suppressions.ts';
import { isRefusal } from '../core/host.ts';
import type { Refusal } from '../core/host.ts';
import { say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { checkConfiguration } from '../engine/configurationCheck.ts';
import type { Sifted } from '../engine/sift.ts';
import { checkData } from '../engine/dataCheck.ts';
import type { DataCheckSetup, Snapshot, Unchecked } from '../engine/dataCheck.ts';
import { namedCorpora } from '../engine/corpus/corpora.ts';
import { discover } from '../engine/discover.ts';
import { Documents } from '../engine/documents.ts';
import { isFolderUri, isMostlyImages } from '../engine/images/imageFolder.ts';
import { namedFolders } from '../engine/images/namedFolders.ts';
import type { Control } from '../engine/pass.ts';
import { allRules, formatOf, isDatasetName, isDescriptionUri, mayBeDescription } from '../engine/registry.ts';
import type { FileReport } from '../report/report.ts';
import { canonicalUri, fileNameOf } from '../util/uri.ts';
import { failureOf, isStream, unreadable } from './refusals.ts';
import { type Surroundings, uriOf } from './surroundings.ts';

export interface CheckRun {
  readonly files: readonly FileReport[];
  /** Paths that were named and could not be checked. */
  readonly failures: readonly Message[];
}

/** What a run may ask for besides. */
export interface CheckWishes {
  readonly exclude: readonly string[];
  /** Only these files, where they lie below what was named. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Rules that take long run too. */
  readonly heavy?: boolean;
  readonly fixLimit?: number;
  readonly afterwards?: DataCheckSetup['afterwards'];
  /** Told of every file before it is checked. */
  begin?(path: string): Control;
  /** Told of every data file after it was checked, while its report is made. */
  each?(snapshot: Snapshot): Partial<FileReport>;
}

/** Checks everything below the named paths. Files are checked one after the other, in the order they were named and found; configurations come last. */
export async function runCheck(wishes: CheckWishes, surroundings: Surroundings): Promise<CheckRun> {
  const files: FileReport[] = [];
  const failures: Message[] = [];
  const configurations = new Set<string>();
  const named = new Set<string>();
  const note = (report: readonly FileReport[] | FileReport | Message | 'other'): void => {
    if (report === 'other') return;
    if ('template' in report) failures.push(report);
    else files.push(...'length' in report ? report : [report]);
  };
  const met = new Set<string>();
  const around = { files: surroundings.host.files, configurations: surroundings.configurations };
  for await (const found of expand(wishes, surroundings)) {
    if (typeof found === 'string') met.add(found);
    if (typeof found === 'object') failures.push(found);
    else if (isConfigurationName(fileNameOf(found))) configurations.add(found);
    else note(await checkOne(found, wishes, surroundings, named));
  }
  for (const uri of wishes.only ? [] : await namedFolders([...met], around)) named.add(uri);
  for (const uri of wishes.only ? [] : await namedCorpora([...met], around.files, around.configurations)) named.add(surroundings.corpora.added(uri));
  for (const uri of await onlyNamed(named, wishes, surroundings)) if (!met.has(uri)) note(await checkDataFile(uri, wishes, surroundings));
  files.push(...await checkConfigurations(configurations, files, wishes, surroundings));
  if (files.length === 0 && failures.length === 0 && !wishes.only) failures.push(say`no dataset was found`);
  return { files, failures };
}

/** Files to check below the named paths; a message for a path that is none. */
async function* expand({ exclude, only }: CheckWishes, { host, named, configurations, corpora, asText, show }: Surroundings): AsyncGenerator<string | Message> {
  const accepts = (file: string): boolean => isDatasetName(file) || isDescriptionUri(file) || isConfigurationName(file);
  for (const { uri, path } of named) {
    const facts = await host.files.stat(uri);
    if (isRefusal(facts)) yield unreadable(path, facts);
    else if (asText && facts.kind !== 'other') yield corpora.added(facts.kind === 'folder' ? `${uri.replace(/\/$/, '')}/` : uri);
    else if (facts.kind === 'file') yield* (only?.has(uri) ?? true) ? [uri] : [];
    else if (facts.kind === 'other') yield isStream(path);
    else {
      const unread: Message[] = [];
      const names: string[] = [];
      const notes = (name: string): boolean => names.push(name) > 0 && accepts(name);
      const search = { root: uri, include: [], exclude, accepts: notes, unread: (folder: string, why: Refusal) => void unread.push(unreadable(show(folder), why)) };
      for await (const found of discover(host.files, search)) {
        if ((only?.has(found) ?? true) && !await configurations.excludes(found)) yield found;
      }
      yield* unread;
      // Pictures are data where somebody says so; that a project has some is not asking.
      if (!only && uri !== HERE() && isMostlyImages(names)) yield `${uri.replace(/\/$/, '')}/`;
    }
  }
}

const HERE = (): string => uriOf(resolve('.'));

/** `other` for a file that has the name of a description, is none, and was not asked for. */
async function checkOne(uri: string, wishes: CheckWishes, surroundings: Surroundings, naming: Set<string>): Promise<readonly FileReport[] | FileReport | Message | 'other'> {
  const named = surroundings.named.some(one => one.uri === uri);
  if (surroundings.corpora.has(uri)) return checkDataFile(uri, wishes, surroundings);
  if (!isDescriptionUri(uri) && !(named && mayBeDescription(uri))) return checkDataFile(uri, wishes, surroundings);
  const checked = await checkDescription(uri, surroundings, naming);
  if (checked !== 'other') return checked;
  return named ? checkDataFile(uri, wishes, surroundings) : 'other';
}

async function checkDescription(uri: string, { host, descriptions, configurations, roots, usage, show }: Surroundings, naming: Set<string>): Promise<FileReport | Message | 'other'> {
  const { configuration } = await configurations.for(uri);
  const checked = await descriptions.check({ uri, host, folders: roots, configuration });
  if ('refused' in checked && checked.refused === 'no-format') return 'other';
  if ('refused' in checked) return failureOf(show(uri), checked);
  for (const one of checked.named) naming.add(one);
  usage.note(uri, configuration, checked.sifted?.usedSuppressions);
  return { uri, path: show(uri), findings: checked.findings, notices: [], masks: () => undefined, ...leftOut(checked.sifted) };
}

/** Files that a description names and that are data only because it does, such as `.json`; those that lie below what was asked for. */
async function onlyNamed(naming: ReadonlySet<string>, { only }: CheckWishes, { named, configurations, corpora }: Surroundings): Promise<readonly string[]> {
  const below = (uri: string): boolean => named.some(one => one.uri !== uri && `${uri}/`.startsWith(`${canonicalUri(one.uri).replace(/\/$/, '')}/`));
  const files: string[] = [];
  for (const uri of naming) {
    const isData = isFolderUri(uri) || corpora.has(uri) || (formatOf(fileNameOf(uri))?.onlyNamed === true && !isDescriptionUri(uri));
    if (isData && below(uri) && (only?.has(uri) ?? true) && !await configurations.excludes(uri)) files.push(uri);
  }
  return files;
}

async function checkDataFile(uri: string, wishes: CheckWishes, surroundings: Surroundings): Promise<readonly FileReport[] | FileReport | Message> {
  const { show } = surroundings;
  const snapshot = await checkSnapshot(uri, wishes, surroundings);
  if (!snapshot || 'refused' in snapshot) return failureOf(show(uri), snapshot ?? { refused: 'unreadable' });
  const { checked: { findings, notices, sifted }, masks } = snapshot;
  const report = { uri, path: show(uri), findings, notices, masks, ...leftOut(sifted), ...wishes.each?.(snapshot) };
  return isFolderUri(uri) ? byImage(report, snapshot, show) : report;
}

const leftOut = (sifted: Sifted | undefined): Pick<FileReport, 'known' | 'suppressed'> => ({ suppressed: sifted?.suppressed ?? 0, known: sifted?.known ?? 0 });

/** A report for the folder, and one for each image that something is said of. */
function byImage(report: FileReport, { checked: { table } }: Snapshot, show: (uri: string) => string): readonly FileReport[] {
  const folder = report.findings.filter(({ primary }) => primary.uri === report.uri);
  const uris = [...new Set(report.findings.map(({ primary }) => primary.uri))].filter(uri => uri !== report.uri);
  const images = uris.map((uri): FileReport => ({
    uri, path: show(uri), findings: report.findings.filter(({ primary }) => primary.uri === uri), notices: [], masks: report.masks, partOf: report.path,
    ...(report.excerpts && { excerpts: report.excerpts }),
  }));
  return [{ ...report, findings: folder, others: Math.max(0, (table?.records ?? 1) - 1) }, ...images];
}

/** The check of one data file; `undefined` when it was stopped. */
export async function checkSnapshot(uri: string, wishes: Pick<CheckWishes, 'afterwards' | 'begin' | 'fixLimit' | 'heavy'>, surroundings: Surroundings): Promise<Snapshot | Unchecked | undefined> {
  const { host, kernel, descriptions, configurations, corpora, evaluations, roots, usage, partners, show } = surroundings;
  const setup: DataCheckSetup = {
    documents: new Documents(), corpora, evaluations, disk: host.files, imageReaders: () => host.imageReaders?.() ?? [], log: host.log,
    today: dayOf(host.today()), kernel, scanners: host.scanners, partners,
    findDescription: of => descriptions.find(of, host.files, roots),
    configurationOf: async of => (await configurations.for(of)).configuration,
    ...(wishes.heavy === true && { heavy: 'all' as const }),
    ...(wishes.fixLimit !== undefined && { fixLimit: wishes.fixLimit }),
    ...(wishes.afterwards && { afterwards: wishes.afterwards }),
  };
  const snapshot = await checkData(uri, setup, wishes.begin?.(show(uri)) ?? {});
  if (snapshot && 'checked' in snapshot) {
    const { configuration } = await configurations.for(uri);
    usage.note(uri, configuration, snapshot.checked.sifted?.usedSuppressions);
  }
  return snapshot;
}

/** Configurations below the named paths, and those that govern what was checked where something is wrong with them. */
async function checkConfigurations(found: ReadonlySet<string>, files: readonly FileReport[], { only, exclude }: CheckWishes, surroundings: Surroundings): Promise<readonly FileReport[]> {
  const { host, configurations, usage, show, named } = surroundings;
  if (!only && exclude.length === 0) named.forEach(({ uri }) => usage.swept(uri));
  const governing = new Set(found);
  for (const { uri } of files) {
    const loaded = await configurations.governing(uri);
    if (loaded) governing.add(loaded.uri);
  }
  const reports: FileReport[] = [];
  for (const uri of governing) {
    const findings = await checkConfiguration({ uri, host, configurations, rules: allRules, usage, settings: { rules: {} } });
    if (isRefusal(findings) || (findings.length === 0 && !found.has(uri))) continue;
    reports.push({ uri, path: show(uri), findings, notices: [], masks: () => undefined });
  }
  return reports;
}
